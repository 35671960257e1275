/** Cases out of folders: several files, odd names, nothing in a file, too much in one, and what is no file at all. */
import fc from 'fast-check';
import { anyBase } from './bases.ts';
import { type Case, type Content, caseOf } from './case.ts';
import { anyHostileYaml, anySigns } from './hostile.ts';
import { anyEdited } from './lines.ts';

/** Entries of which a file may have very many. */
const ENTRIES: readonly ((n: number) => string)[] = [
  (n) => `- {act: n${n}, by: ruritania, title: a, announced: 1905, sources: [{title: a}], events: []}\n`,
  (n) =>
    `- {act: n${n}, by: nobody${n}, title: a, announced: 1905, sources: [{title: a}], events: [{subject: no${n}, type: mission.closed}]}\n`,
  (n) => `- {corrects: n${n}/1, set: {note: a}, reason: a, recorded: 1905-01-01, sources: [{title: a}]}\n`,
  () => '- {corrects: opening/1, set: {note: a}, reason: a, recorded: 1907-01-01, sources: [{title: a}]}\n',
  () => '- a\n',
  () => '-\n',
  () => '- {act: a, by: ruritania}\n',
];

/** A dossier with files more or fewer, under any names. */
export const anyFolder: fc.Arbitrary<Case> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: anyBase }, { weight: 1, arbitrary: anyEdited }),
    fc.array(fc.tuple(anyName(), anyContent()), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(), anyName()), { maxLength: 1 }),
    fc.array(fc.nat(), { maxLength: 1 }),
  )
  .map(([base, more, renamed, dropped]) => {
    const files = new Map<string, string | Content>(base);
    const nameAt = (n: number) => [...files.keys()][n % files.size] ?? '';
    for (const [n, to] of renamed) {
      const content = files.get(nameAt(n)) ?? '';
      files.delete(nameAt(n));
      files.set(to, content);
    }
    for (const n of dropped) files.delete(nameAt(n));
    return caseOf([...files, ...more]);
  });

function anyName(): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'acts.yaml',
        'more.yml',
        'dossier.yaml',
        'dossier.yml',
        'DOSSIER.YAML',
        'dossier.yaml.yaml',
        '__proto__.yaml',
        'constructor.yml',
        'a b.yaml',
        'ü.yaml',
        'u\u0308.yaml',
        '-.yaml',
        '--help.yaml',
        ':1:2.yaml',
        "a'b.yaml",
        '"a".yaml',
        '\\.yaml',
        '*.yaml',
        'a\nb.yaml',
        'a\u001B[31mb.yaml',
        '\u202Ea.yaml',
        '\u2028.yaml',
        'a\tb.yml',
        `${'x'.repeat(240)}.yaml`,
        '.hidden.yaml',
        '.yaml',
        'notes.txt',
        'acts.yaml~',
        'acts.YAML',
        'acts.json',
        'acts.yaml ',
        '😀.yaml',
      ),
    },
    {
      weight: 1,
      arbitrary: anySigns(20).map((name) => `${Buffer.from(name.replaceAll(/[/\0]/g, '_'))}.yaml`),
    },
  );
}

function anyContent(): fc.Arbitrary<string | Content> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '',
        '\n',
        '---\n',
        '# nothing\n',
        '[]\n',
        '{}\n',
        '~\n',
        '""\n',
        '- \n',
        '\uFEFF',
        '- a\n',
        'a: b\n',
      ),
    },
    { weight: 2, arbitrary: anyHostileYaml },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Content>(
        { odd: 'folder' },
        { odd: 'dangling link' },
        { odd: 'looping link' },
        { odd: 'huge file' },
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom(...ENTRIES))
        .map(([count, entry]) => Array.from({ length: count }, (_, n) => entry(n)).join('')),
    },
    { weight: 2, arbitrary: anyBase.map((texts) => [...texts.values()].at(-1) ?? '') },
  );
}
