/** An act file in which each line is an entry, written in JSON: read line by line, so that it may be of any size. */
import { isMap, type Problem } from '../events/read.ts';
import type { Assembler } from '../replay/assemble.ts';
import type { ActFile } from './acts.ts';
import { parseJson } from './json.ts';
import { type LineCutter, lineCutter } from './lines.ts';
import { type Locate, type Trouble, troubleAt } from './trouble.ts';
import { parseYaml, type YamlProblem } from './yaml.ts';

/** Begins to read a file of this name, in pieces that may end anywhere. Its entries are counted by its lines. */
export function ndjsonActs(file: string, add: Assembler['add']): ActFile & LineCutter {
  const troubles: Trouble[] = [];
  // As bytes: a line's text may be part of one with hundreds of lines, and would keep them all.
  const changes = new Map<number, Uint8Array>();
  let whole = true;
  // How much text the lines with faults have, each of which takes a thousand times as long as one without.
  let faulty = 0;
  let over = false;
  const { push, end } = lineCutter(take, unread);
  return {
    push,
    end,
    troubles,
    get whole() {
      return whole;
    },
    spotOf: ([entry]) => ({ line: Number(entry) + 1, column: 1 }),
    tell,
  };

  function take(text: string, line: number): void {
    if (over || BLANK.test(text)) return;
    const json = parseJson(text, line);
    if (json.kind === 'value') {
      tellAll(add({ file, entry: line - 1 }, json.value), text, line);
      if (isChange(json.value)) changes.set(line - 1, new TextEncoder().encode(text));
    } else {
      faulty += text.length;
      json.problems.forEach(unread);
    }
  }

  function unread(problem: YamlProblem): void {
    whole = false;
    note({ ...problem, file, field: '' });
  }

  function tell(problem: Problem): void {
    const entry = Number(problem.path[0]);
    tellAll([problem], new TextDecoder().decode(changes.get(entry)), entry + 1);
  }

  function tellAll(problems: readonly Problem[], text: string, line: number): void {
    if (problems.length === 0 || over) return;
    faulty += text.length;
    const locate = placesIn(text, line);
    for (const problem of problems) note(troubleAt(file, problem, 1, locate));
  }

  function note(trouble: Trouble): void {
    if (over) return;
    over = troubles.length === MOST_TOLD || faulty > MOST_FAULTY;
    if (over) whole = false;
    troubles.push(over ? { ...trouble, column: 1, field: '', ...ENOUGH } : trouble);
  }
}

// A file of any size may have any number of faults, most of which have one cause.
const MOST_TOLD = 10_000;
const MOST_FAULTY = 5_000_000;
const ENOUGH = {
  what: 'too many problems to go on',
  instead: 'mend those above; from here on the file was not read',
};
const BLANK = /^[ \t]*$/;

/** Where the parts of an entry stand that is JSON, and so YAML, by paths that begin with the entry itself. */
function placesIn(text: string, line: number): Locate {
  const yaml = parseYaml(text, line);
  // A line may have more words and signs than YAML may.
  if (yaml.kind === 'problems') return () => ({ line, column: 1 });
  return (path, atKey) => yaml.locate(path.slice(1), atKey);
}

function isChange(value: unknown): boolean {
  return isMap(value) && ('corrects' in value || 'retracts' in value);
}
