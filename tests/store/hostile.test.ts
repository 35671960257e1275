import { describe, expect, test } from 'vitest';
import { ACT, actWith, DOSSIER, dossierWith, type Files, troublesOf } from './folders.ts';

const NO_TEXT = '{toString: a, valueOf: b}';

describe('what is written to break its reader is told like anything else', () => {
  test.each<[name: string, files: Files, told: string]>([
    [
      'a map that cannot be made a text, as the name of an act',
      dossierWith(actWith(1, `- act: ${NO_TEXT}`)),
      'acts.yaml:1:8 act: not a name: a map; write a short name of letters, digits and hyphens',
    ],
    [
      'a map that cannot be made a text, as one of a list of words',
      dossierWith(actWith(6, `    - {title: Report, certainty: ${NO_TEXT}}`)),
      'acts.yaml:6:34 sources[0].certainty: not one of the words: {"toString":"a","valueOf":"b"}; write one of: primary, several, single',
    ],
    [
      'a party whose name would colour a terminal',
      dossierWith(actWith(2, '  by: "\\x9b31m"').replace('The office opens', '""')),
      'acts.yaml:2:7 a sign that is not text: U+009B; take it out',
    ],
    [
      'a title that would colour a terminal',
      dossierWith(actWith(3, '  title: "\\e[31mThe office opens"')),
      'acts.yaml:3:10 a sign that is not text: U+001B; take it out',
    ],
    [
      'a title that would turn the direction of the line',
      dossierWith(actWith(3, '  title: "\\u202ethe office opens"')),
      'acts.yaml:3:10 a sign that is not text: U+202E; take it out',
    ],
    [
      'a party whose name is as long as a book',
      dossierWith(actWith(2, `  by: ${'x'.repeat(100_000)}`)),
      `acts.yaml:2:7 by: no such party: "${'x'.repeat(58)}…; write one of: nato, russia`,
    ],
    [
      'a word that is cut off within a character',
      dossierWith(actWith(9, `      type: a${'😀'.repeat(40)}`)),
      `acts.yaml:9:13 events[0].type: not an event type: "a${'😀'.repeat(28)}…; `,
    ],
    [
      'a file name of two lines',
      { ...dossierWith(ACT), 'a\nb.yaml': 'none' },
      'a\\u000ab.yaml:1:1 not a list of acts; begin each act with "- act: "',
    ],
  ])('%s', async (_, files, told) => {
    const troubles = await troublesOf(files);
    expect(troubles.filter((line) => line.startsWith(told))).toHaveLength(1);
    expect(troubles.join('')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
  });
});

test('an act with more wrong events than a call has room for arguments is told like any other', async () => {
  const events = `events: [${'a, '.repeat(200_000)}]`;
  const troubles = await troublesOf(
    dossierWith(`- {act: a, by: nato, title: a, announced: 2001, sources: [{title: a}], ${events}}`),
  );
  expect(troubles).toHaveLength(200_000);
});

describe('thousands of wrong names are each told', () => {
  const entry = (act: string, by: string, subject: string) =>
    `- {act: ${act}, by: ${by}, title: a, announced: 2001, sources: [{title: a}], events: [{subject: ${subject}, type: mission.closed}]}\n`;
  const many = (line: (n: number) => string) => Array.from({ length: 4_000 }, (_, n) => line(n)).join('');

  test.each<[name: string, files: Files]>([
    [
      'corrections of events that are not there',
      dossierWith(
        many((n) => entry(`n${n}`, 'nato', 'office')) +
          many((n) => `- {retracts: m${n}/1, reason: a, recorded: 2001-01-01, sources: [{title: a}]}\n`),
      ),
    ],
    [
      'subjects that are not there',
      {
        'dossier.yaml': DOSSIER + many((n) => `  office${n}: {kind: information-office, name: a}\n`),
        'acts.yaml': many((n) => entry(`n${n}`, 'nato', `no${n}`)),
      },
    ],
  ])('%s', async (_, files) => {
    expect(await troublesOf(files)).toHaveLength(4_000);
  });
});
