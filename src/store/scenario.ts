/** Scenario files, with the files of the scenarios on which they build; every problem of all of them at its place. */
import { shown } from '../events/fields.ts';
import { type Legible, legibleScenario } from '../events/read-scenario.ts';
import type { EventRecord } from '../replay/record.ts';
import { type Chain, unreadIn } from '../simulation/chain.ts';
import { problemsOf } from '../simulation/sound.ts';
import { yamlIn } from './acts.ts';
import type { YamlFile } from './file.ts';
import { besideFile, plainPath } from './path.ts';
import { inOrder, type Locate, type Trouble, troubleAt } from './trouble.ts';

/** Scenarios that can be simulated, each on the branch of the one before it; or all that is wrong with their files. */
export type LoadedScenario =
  | { readonly kind: 'scenario'; readonly chain: Chain }
  | { readonly kind: 'problems'; readonly problems: readonly Trouble[] };

/** Reads a scenario to be simulated beside a record: `open` gives the file at a path, as `base` leads to it from the first. */
export function scenarioFrom(
  path: string,
  open: (path: string) => YamlFile,
  record: EventRecord,
): LoadedScenario {
  const files: ReadFile[] = [];
  for (let next: string | null = path; next !== null; ) {
    const file = scenarioIn(named(open(next), files[0]));
    files.unshift(file);
    next = baseOf(next, file, files);
  }
  const chain = files.map(({ scenario }) => scenario);
  const unread = unreadIn(files.map(({ problems }) => problems));
  const troubles = files.flatMap((file) => file.troubles);
  for (const { scenario, ...problem } of problemsOf(record, chain, unread)) {
    const file = files[scenario];
    if (file === undefined) throw new Error(`a problem of scenario ${scenario} of ${files.length}`);
    troubles.push(troubleAt(file.name, problem, 0, file.locate));
  }
  return troubles.length > 0
    ? { kind: 'problems', problems: inOrder(troubles) }
    : { kind: 'scenario', chain };
}

/** A file that cannot be opened is told of where it is named. */
function named(file: YamlFile, by: ReadFile | undefined): YamlFile {
  if (by === undefined || !('trouble' in file) || file.trouble.line > 1) return file;
  const { what, instead } = file.trouble;
  const problem = { path: ['base'], atKey: false, what: `${shown(file.name)}: ${what}`, instead };
  return { name: file.name, trouble: troubleAt(by.name, problem, 0, by.locate) };
}

/** A scenario as far as its file could be read, and what is wrong with that. */
interface ReadFile extends Legible {
  readonly name: string;
  readonly troubles: Trouble[];
  readonly locate: Locate;
}

function scenarioIn(file: YamlFile): ReadFile {
  const { name } = file;
  const yaml = yamlIn(file);
  if (yaml.kind === 'troubles') {
    return { name, ...NOTHING, troubles: [...yaml.troubles], locate: () => ({ line: 1, column: 1 }) };
  }
  const { value, locate } = yaml;
  const legible = value === null ? NOTHING : legibleScenario(value);
  const troubles = legible.problems.map((problem) => troubleAt(name, problem, 0, locate));
  return { name, ...legible, troubles, locate };
}

/** What can be read of a file in which nothing is written. */
const NOTHING: Legible = {
  scenario: legibleScenario(null).scenario,
  problems: [{ path: [], atKey: false, what: 'empty', instead: 'write scenario, title and acts' }],
};

/** The path of the file on which a scenario builds; null where there is none, or it builds on itself. */
function baseOf(
  path: string,
  { name, scenario, troubles, locate }: ReadFile,
  files: readonly ReadFile[],
): string | null {
  if (scenario.base === null) return null;
  const base = besideFile(path, scenario.base);
  const known = files.findIndex((file) => plainPath(file.name) === plainPath(base));
  if (known < 0) return base;
  const names = files.slice(0, known + 1).map((file) => file.scenario.scenario);
  const ring = [...names.toReversed(), names[known]].join(' on ');
  const what =
    known === 0 ? 'a scenario that builds on itself' : `scenarios that build on each other: ${ring}`;
  const problem = { path: ['base'], atKey: false, what, instead: 'take base out, or write another file' };
  troubles.push(troubleAt(name, problem, 0, locate));
  return null;
}
