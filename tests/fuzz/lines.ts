/** Cases out of lines: dossiers whose texts are edited as a hasty, a confused or a hostile hand would. */
import fc from 'fast-check';
import { anyBase } from './bases.ts';
import { type Case, caseOf } from './case.ts';
import { anyHostileText, anyHostileYaml } from './hostile.ts';

/** A dossier with a few edits in its texts. */
export const anyEdited: fc.Arbitrary<Case> = fc
  .tuple(anyBase, fc.array(fc.tuple(fc.nat(), anyEdit()), { minLength: 1, maxLength: 3 }))
  .map(([texts, edits]) => {
    const edited = new Map(texts);
    const names = [...texts.keys()];
    for (const [file, edit] of edits) {
      const name = names[file % names.length] ?? '';
      edited.set(name, edit(edited.get(name) ?? '').slice(0, 1_000_000));
    }
    return caseOf(edited);
  });

type Edit = (text: string) => string;

function anyEdit(): fc.Arbitrary<Edit> {
  const at = fc.nat();
  const yaml = fc.oneof({ weight: 2, arbitrary: anyHostileYaml }, { weight: 1, arbitrary: anyHostileText });
  return fc.oneof(
    { weight: 2, arbitrary: at.map((n) => onLine(n, () => [])) },
    { weight: 2, arbitrary: at.map((n) => onLine(n, (line) => [line, line])) },
    { weight: 2, arbitrary: fc.tuple(at, at).map(([n, to]) => moved(n, to)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, fc.constantFrom(' ', '  ', '   ', '\t', '    '))
        .map(([n, by]) => onLine(n, (line) => [by + line])),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, fc.integer({ min: 1, max: 4 }))
        .map(([n, by]) => onLine(n, (line) => [line.slice(by)])),
    },
    {
      weight: 8,
      arbitrary: fc
        .tuple(at, yaml)
        .map(([n, value]) => onLine(n, (line) => [line.replace(/(?<=: |- ).*$/, () => value)])),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(at, yaml)
        .map(([n, key]) => onLine(n, (line) => [line.replace(/(?<![\w-])[\w-]+(?=:)/, () => key)])),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(at, yaml)
        .map(([n, more]) =>
          onLine(n, (line) => [line, /^[ -]*/.exec(line)?.[0].replaceAll('-', ' ') + more]),
        ),
    },
    { weight: 5, arbitrary: fc.tuple(at, yaml).map(([n, more]) => spliced(n, 0, more)) },
    {
      weight: 2,
      arbitrary: fc.tuple(at, fc.integer({ min: 1, max: 80 })).map(([n, count]) => spliced(n, count, '')),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, fc.constantFrom('&a ', '*a', '!!str ', '!b ', '<<: *a', '&sources ', '*sources'))
        .map(([n, sign]) => onLine(n, (line) => [line.replace(/(?<=: |- )/, () => sign)])),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Edit>(
        (text) => text.replaceAll('\n', '\r\n'),
        (text) => text.replaceAll('\n', '\r'),
        (text) => text.replaceAll('"', "'"),
        (text) => text.replaceAll("'", '"'),
        (text) => text.replaceAll('  ', '\t'),
        (text) => text.replaceAll(': ', ':'),
        (text) => `\uFEFF${text}`,
        (text) => `%YAML 1.1\n---\n${text}`,
        (text) => `${text}...\n`,
        (text) => text + text,
        (text) => `${text}---\n${text}`,
        (text) => text.replaceAll('- ', '-'),
        (text) => text.replaceAll(/^.*$/gm, (line) => `${line} # a comment`),
        (text) => text.replaceAll(/(?<=: )[^\n|>[{&"]*$/gm, (value) => `"${value}"`),
      ),
    },
  );
}

function onLine(n: number, change: (line: string) => readonly string[]): Edit {
  return (text) => {
    const lines = text.split('\n');
    const index = n % lines.length;
    return lines.toSpliced(index, 1, ...change(lines[index] ?? '')).join('\n');
  };
}

function moved(from: number, to: number): Edit {
  return (text) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(from % lines.length, 1);
    return lines.toSpliced(to % (lines.length + 1), 0, line).join('\n');
  };
}

function spliced(n: number, count: number, more: string): Edit {
  return (text) => {
    const index = n % (text.length + 1);
    return text.slice(0, index) + more + text.slice(index + count);
  };
}
