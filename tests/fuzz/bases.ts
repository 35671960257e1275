/** Dossiers without faults, to be broken: the real one in parts and as a whole, a small one, and generated ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { anyDossier } from '../laws/dossiers.ts';

/** The text of each file by its name. */
export type Texts = ReadonlyMap<string, string>;

/** Few lines with every form that an entry can have, and what YAML knows besides. */
export const small: Texts = new Map([
  [
    'dossier.yaml',
    `# Who acts
title: Ruritania and Graustark
parties: {ruritania: Kingdom of Ruritania, graustark: "Principality of Graustark"}
subjects:
  embassy:
    kind: embassy
    name: Embassy of Ruritania
    sending: ruritania
    receiving: graustark
    note: >-
      It has two
      floors.
  office: {kind: information-office, name: 'Information office', seat: Edelweiss}
`,
  ],
  [
    'acts.yaml',
    `---
- act: opening
  by: ruritania
  title: Ruritania opens its embassy
  announced: 1905-05
  sources: &sources
    - title: Court circular
      published: 1905-05-02
      says: |
        The embassy
        is open.
      certainty: single
  events:
    - subject: embassy
      type: mission.established
    - subject: embassy
      type: ceiling.set
      limit: 10
      effective: "[1905-06-01..1905-06-30]"
      accounts:
        graustark: {limit: 8..12, note: "Ten, it is said"}
    - {subject: office, type: mission.established, effective: 1905-05-01/1905-05-07}

- act: later
  by: graustark
  title: Graustark withdraws all
  announced: 1906-01-02T16:00-05:00
  recorded: 1906-02-01
  sources: *sources
  events: [{subject: embassy, type: accreditation.withdrawn, all: true}]
`,
  ],
  [
    'more.yml',
    `- corrects: opening/2
  set: {limit: 9, effective: null}
  reason: A misprint
  recorded: 1907-01-01
  sources: [{title: Erratum}]
- retracts: later/1
  reason: It was not so
  recorded: 1907-01-02
  sources: [{title: Erratum, url: https://example.org}]
`,
  ],
]);

const folder = resolve(import.meta.dirname, '../../events/nato-russia');

/** The real dossier. */
export const real: Texts = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(resolve(folder, name), 'utf8')]),
);

/** Each entry of the real dossier's act files as it is written. */
const realEntries = [...real]
  .filter(([name]) => name !== 'dossier.yaml')
  .flatMap(([, text]) => text.split(/^(?=- )/m).slice(1));

/** A dossier without faults, most often a small one. */
export const anyBase: fc.Arbitrary<Texts> = fc.oneof(
  { weight: 30, arbitrary: fc.constant(small) },
  {
    weight: 30,
    arbitrary: fc
      .tuple(fc.nat(realEntries.length - 1), fc.integer({ min: 1, max: 4 }))
      .map(([from, count]) => realPart(from, count)),
  },
  {
    weight: 30,
    arbitrary: fc
      .tuple(anyDossier({ entries: 4, subjects: 2 }), anyLayout())
      .map(
        ([{ dossier, files }, layout]) =>
          new Map([
            ['dossier.yaml', layout(dossier)],
            ...files.map(({ file, entries }): [string, string] => [file, layout(entries)]),
          ]),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...[...real.keys()].filter((name) => name !== 'dossier.yaml'))
      .map((name) => new Map([...real].filter(([other]) => other === name || other === 'dossier.yaml'))),
  },
);

function realPart(from: number, count: number): Texts {
  return new Map([
    ['dossier.yaml', real.get('dossier.yaml') ?? ''],
    ['acts.yaml', realEntries.slice(from, from + count).join('')],
  ]);
}

/** Ways to write the same values. */
function anyLayout(): fc.Arbitrary<(value: unknown) => string> {
  return fc
    .record({
      aliasDuplicateObjects: fc.boolean(),
      collectionStyle: fc.constantFrom('block' as const, 'flow' as const, 'any' as const),
      defaultStringType: fc.constantFrom(
        'PLAIN' as const,
        'QUOTE_DOUBLE' as const,
        'QUOTE_SINGLE' as const,
        'BLOCK_LITERAL' as const,
      ),
      indent: fc.integer({ min: 1, max: 5 }),
      indentSeq: fc.boolean(),
    })
    .map((options) => (value) => stringify(value, options));
}
