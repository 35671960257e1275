import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/invariants/check.ts';
import { logOf } from '../../src/replay/log.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { digestOf } from '../../src/store/digest.ts';
import { readFiles } from '../../src/store/dossier.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { DOSSIER, dossierWith, type Files, folderWith, loadedFrom, troublesOf } from './folders.ts';
import { packings } from './packing.ts';

const LATEST = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
const ALL = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

/** An act with one event, and more of it where a test needs it. */
function act(name: string, more: object = {}, event: object = {}): object {
  return {
    act: name,
    by: 'nato',
    title: 'The office opens',
    announced: '2001-02-20',
    sources: [{ title: 'Report' }],
    events: [{ subject: 'office', type: 'mission.established', ...event }],
    ...more,
  };
}

/** Acts, a correction and a retraction, with all that JSON writes otherwise than YAML. */
const ENTRIES: readonly object[] = [
  act('opening', { announced: 2001, note: 'Größe “10” — \\ / 😀' }),
  act('grown', { announced: '2002-01-01' }, { type: 'accreditation.granted', count: 8 }),
  act('guessed', { announced: '2002-02' }, { type: 'accreditation.granted', count: { min: 2, max: null } }),
  act('told', { announced: '2003-03-03' }, { type: 'head.appointed', name: 'A. Head', resident: false }),
  act('emptied', { announced: '2004-04-04' }, { type: 'accreditation.withdrawn', all: true }),
  {
    corrects: 'grown/1',
    set: { count: '7..9', effective: '2002-01-05', note: null },
    reason: 'A misprint',
    recorded: '2005-01-01',
    sources: [{ title: 'Erratum' }],
  },
  { retracts: 'told/1', reason: 'Another', recorded: '2005-01-02', sources: [{ title: 'Erratum' }] },
];

const LINES = ENTRIES.map((entry) => `${JSON.stringify(entry)}\n`).join('');
const YAML = ENTRIES.map((entry) => `- ${JSON.stringify(entry)}\n`)
  .join('')
  // Which YAML does not write so.
  .replace('{"min":2,"max":null}', '2..');

/** A dossier of which these are the lines of its one act file. */
function linesWith(...lines: readonly (string | object)[]): Files {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return { 'dossier.yaml': DOSSIER, 'acts.ndjson': text.join('\n') };
}

function answers(record: EventRecord): unknown {
  return [timelineOf(record, LATEST), logOf(record, LATEST, ALL), check(record, LATEST)];
}

describe('a dossier in lines of JSON', () => {
  test.each(Object.entries(packings))(
    'gives the answers that it gives in YAML: acts.ndjson%s',
    async (ending, pack) => {
      const yaml = await loadedFrom(dossierWith(YAML));
      const lines = await loadedFrom({ 'dossier.yaml': DOSSIER, [`acts.ndjson${ending}`]: pack(LINES) });
      expect(answers(lines.record)).toEqual(answers(yaml.record));
    },
  );

  test('has the record and the digest that it has in YAML, under the same name', () => {
    const dossier = { name: 'dossier.yaml', text: DOSSIER };
    const yaml = readFiles([dossier, { name: 'acts', text: YAML }]);
    const lines = readFiles([dossier, { name: 'acts', bytes: new TextEncoder().encode(LINES) }]);
    if (yaml.kind === 'problems' || lines.kind === 'problems')
      return expect.fail('a dossier without faults has some');
    expect(digestOf(lines.record)).toBe(digestOf(yaml.record));
    expect([...lines.record.events]).toEqual([...yaml.record.events]);
  });

  test.each<[name: string, text: string]>([
    ['without an end of the last', LINES.trimEnd()],
    ['that end with CRLF', LINES.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', `\uFEFF${LINES}`],
    ['with blanks around them', LINES.replaceAll(/^|$/gm, ' \t ')],
    ['in another order of fields', LINES.replace(/("act":"opening"),(.*?),("title":.*?),/, '$3,$2,$1,')],
  ])('reads alike with lines %s', async (_, text) => {
    expect(text).not.toBe(LINES);
    const { digest } = await loadedFrom({ 'dossier.yaml': DOSSIER, 'acts.ndjson': LINES });
    expect((await loadedFrom({ 'dossier.yaml': DOSSIER, 'acts.ndjson': text })).digest).toBe(digest);
  });

  test('may have lines on which nothing stands, and an event stands on its line', async () => {
    const folder = folderWith({ 'dossier.yaml': DOSSIER, 'acts.ndjson': `\n \t\n\r\n${LINES}\n` });
    const loaded = await loadDossier(folder);
    if (loaded.kind === 'problems') return expect.fail('a dossier without faults has some');
    const spots = [...loaded.record.events].map(
      ({ versions: [{ event }] }) => event && loaded.placeOf(event.position),
    );
    expect(spots).toEqual(
      [4, 5, 6, 7, 8].map((line) => ({ file: join(folder, 'acts.ndjson'), line, column: 1 })),
    );
  });

  test('stands beside files of YAML, and is read in the order of names', async () => {
    const { record } = await loadedFrom({
      'dossier.yaml': DOSSIER,
      'b.ndjson.zst': packings['.zst'](JSON.stringify(act('second'))),
      'a.yaml': `- ${JSON.stringify(act('first'))}`,
      'd.ndjson': JSON.stringify(act('fourth')),
      'c.yml': `- ${JSON.stringify(act('third'))}`,
      'b.ndjson.zst.part': 'not an act',
      '.c.ndjson': 'not an act',
      ndjson: 'not an act',
      'c.NDJSON': 'not an act',
      'c.json': 'not an act',
      'c.gz': 'not an act',
    });
    expect([...record.events].map(({ id }) => id)).toEqual(['first/1', 'second/1', 'third/1', 'fourth/1']);
  });

  test('is read in the order of names, whatever the order in which its files are given', () => {
    const [first, second] = ['first', 'second'].map((name) =>
      new TextEncoder().encode(JSON.stringify(act(name))),
    );
    const read = readFiles([
      { name: 'b', bytes: second ?? new Uint8Array() },
      { name: 'dossier.yaml', bytes: new TextEncoder().encode(DOSSIER) },
      { name: 'a', bytes: first ?? new Uint8Array() },
    ]);
    expect(read.kind === 'record' && [...read.record.events].map(({ id }) => id)).toEqual([
      'first/1',
      'second/1',
    ]);
  });

  test('may have nothing in it', async () => {
    const { record } = await loadedFrom({
      'dossier.yaml': DOSSIER,
      'acts.ndjson': '',
      'more.ndjson.gz': gzipSync(''),
    });
    expect([...record.events]).toEqual([]);
  });
});

describe('one thing that is wrong with a line is told with its place and what to write instead', () => {
  test.each<[name: string, files: Files, told: string]>([
    [
      'a line that is no JSON',
      linesWith('', act('opening'), '{"act": "later", by: "nato"}'),
      'acts.ndjson:3:18 not JSON: a field name without quotation marks: by; write "FIELD": VALUE',
    ],
    [
      'YAML by the name of another form',
      linesWith('- act: opening'),
      'acts.ndjson:1:1 not JSON: text without quotation marks: "- act"; write each entry in one line, as in {"act": "opening", …}',
    ],
    [
      'a field written twice',
      linesWith(act('opening'), JSON.stringify(act('later')).replace('"by"', '"by":"russia","by"')),
      'acts.ndjson:2:30 a second "by", which stands in line 2 already; keep one of them',
    ],
    [
      'a sign that is no text',
      linesWith(act('opening', { title: 'a\u009Bb' })),
      'acts.ndjson:1:40 a sign that is not text: U+009B; take it out',
    ],
    [
      'an escape of half a character',
      linesWith(act('opening', { title: '\uD83D' })),
      'acts.ndjson:1:38 half a character: "\\ud83d"; write the character itself, or its whole escape, as in "\\ud83d\\ude00"',
    ],
    [
      'a line that is not UTF-8',
      {
        'dossier.yaml': DOSSIER,
        'acts.ndjson': Buffer.from(`\n${JSON.stringify(act('a', { title: 'é' }))}`, 'latin1'),
      },
      'acts.ndjson:2:33 not UTF-8: byte 0xE9; save the file as UTF-8',
    ],
    [
      'a file in UTF-16',
      { 'dossier.yaml': DOSSIER, 'acts.ndjson': Buffer.from(`\uFEFF${LINES}`, 'utf16le') },
      'acts.ndjson:1:1 UTF-16, not UTF-8; save the file as UTF-8',
    ],
    [
      'a line that is too long',
      linesWith(act('opening'), act('later', { note: 'a'.repeat(1_000_000) })),
      'acts.ndjson:2:1 a line of more than 1 MB; write one entry to a line, or make several acts of it',
    ],
    [
      'an unknown field of an act',
      linesWith(act('opening', { annuonced: 2001 })),
      'acts.ndjson:1:174 annuonced: unknown field; did you mean announced?',
    ],
    [
      'an unknown field of an event',
      linesWith('', ` ${JSON.stringify(act('opening', {}, { efective: 2001 }))}`),
      'acts.ndjson:2:173 events[0].efective: unknown field; did you mean effective?',
    ],
    [
      'a missing field, where its act begins',
      linesWith(` ${JSON.stringify(act('opening')).replace('"by":"nato",', '')}`),
      'acts.ndjson:1:2 by: missing; write a short name of letters, digits and hyphens',
    ],
    [
      'a number where a text belongs',
      linesWith(act('opening', { title: 2001 })),
      'acts.ndjson:1:38 title: not a text: 2001; write text',
    ],
    [
      'a number where a name belongs',
      linesWith(act('opening', { act: 2001 })),
      'acts.ndjson:1:8 act: not a name: 2001; write a short name of letters, digits and hyphens',
    ],
    [
      'nothing where a text belongs',
      linesWith(act('opening', { by: null })),
      'acts.ndjson:1:23 by: empty; write a short name of letters, digits and hyphens',
    ],
    [
      'yes where a day belongs',
      linesWith(act('opening', { announced: true })),
      'acts.ndjson:1:69 announced: not a date: true; write YYYY-MM-DD',
    ],
    [
      'a number with a fraction where a count belongs',
      linesWith(act('opening', {}, { type: 'accreditation.granted', count: 1.5 })),
      'acts.ndjson:1:182 events[0].count: not a count: 1.5; write a number, or a range: 7..10, ..30, 7.. or unknown',
    ],
    [
      'a number that is too large',
      linesWith(
        JSON.stringify(act('opening', {}, { type: 'accreditation.granted', count: 0 })).replace(
          ':0}',
          ':1e999}',
        ),
      ),
      'acts.ndjson:1:182 events[0].count: not a count: Infinity; write a number, or a range: 7..10, ..30, 7.. or unknown',
    ],
    [
      'a range that is empty',
      linesWith(act('opening', {}, { type: 'accreditation.granted', count: { min: 3, max: 2 } })),
      'acts.ndjson:1:182 events[0].count: not a count: "3..2": the range is empty; write 2..3',
    ],
    [
      'a list of entries',
      linesWith(JSON.stringify([act('opening')])),
      'acts.ndjson:1:1 not the right form: [{"act":"opening","by":"nato","title":"The office opens","a…; write a map from fields to values',
    ],
    [
      'a list of more numbers than a file of YAML may have',
      linesWith(Array(499_000).fill(1)),
      'acts.ndjson:1:1 not the right form: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,…; write a map from fields to values',
    ],
    [
      'a number in place of an entry',
      linesWith('2001'),
      'acts.ndjson:1:1 not the right form: 2001; write a map from fields to values',
    ],
    [
      'an unknown party',
      linesWith(act('opening', { by: 'otan' })),
      'acts.ndjson:1:23 by: no such party: otan; write one of: nato, russia',
    ],
    [
      'a second act by one name',
      linesWith('', act('opening'), act('opening')),
      'acts.ndjson:3:8 act: a second act by this name: opening, which stands in acts.ndjson already, as entry 2; write another name, as in opening-2',
    ],
    [
      'a correction of an event that is not there',
      linesWith('', act('opening'), {
        corrects: 'opening/2',
        set: {},
        reason: 'a',
        recorded: '2002-01-01',
        sources: [{ title: 'a' }],
      }),
      'acts.ndjson:3:13 corrects: no such event: opening/2; did you mean opening/1?',
    ],
    [
      'a correction to a day that the calendar has not',
      linesWith(act('opening'), {
        corrects: 'opening/1',
        set: { effective: '2001-02-31' },
        reason: 'a',
        recorded: '2002-01-01',
        sources: [{ title: 'a' }],
      }),
      'acts.ndjson:2:44 set.effective: not a date: "2001-02-31": February 2001 has 28 days; write a day up to 2001-02-28',
    ],
    [
      'a second retraction of one event',
      linesWith(
        act('opening'),
        ...[1, 2].map(() => ({
          retracts: 'opening/1',
          reason: 'a',
          recorded: '2002-01-01',
          sources: [{ title: 'a' }],
        })),
      ),
      'acts.ndjson:3:13 retracts: opening/1 is already retracted; take this entry out',
    ],
    [
      'a file of gzip that was cut off',
      { 'dossier.yaml': DOSSIER, 'acts.ndjson.gz': gzipSync(LINES).subarray(0, -5) },
      'acts.ndjson.gz:1:1 the gzip data end too early; copy the file again, or pack it again',
    ],
    [
      'a file of zstd that was cut off',
      { 'dossier.yaml': DOSSIER, 'acts.ndjson.zst': packings['.zst'](LINES).subarray(0, -5) },
      'acts.ndjson.zst:1:1 the zstd data end too early; copy the file again, or pack it again',
    ],
    [
      'lines by the name of gzip',
      { 'dossier.yaml': DOSSIER, 'acts.ndjson.gz': LINES },
      'acts.ndjson.gz:1:1 broken gzip data, or none; pack the file again with gzip',
    ],
    [
      'lines by the name of zstd',
      { 'dossier.yaml': DOSSIER, 'acts.ndjson.zst': LINES },
      'acts.ndjson.zst:1:1 broken zstd data, or none; pack the file again with zstd',
    ],
  ])('%s', async (_, files, told) => {
    expect(await troublesOf(files)).toEqual([told]);
  });
});

describe('many things that are wrong with lines', () => {
  test('are told in one run with those of other files, in the order of files and places', async () => {
    const files = {
      'dossier.yaml': `${DOSSIER}    seat: []\n`,
      'd.yaml': '- act: a\n\tby: nato\n',
      'c.ndjson': `${JSON.stringify(act('c', { by: 3, title: '' }))}\n{\n{"act":1,"act":2}`,
      'b.ndjson.gz': gzipSync(`${JSON.stringify(act('b', { announced: 'soon' }))}\n]`),
      'a.ndjson.zst': 'no zstd',
    };
    expect(await troublesOf(files)).toEqual([
      'a.ndjson.zst:1:1 broken zstd data, or none; pack the file again with zstd',
      'b.ndjson.gz:1:63 announced: not a date: "soon"; write YYYY-MM-DD, as in 2021-11-01',
      'b.ndjson.gz:2:1 not JSON: ] that closes nothing; take it out',
      'c.ndjson:1:17 by: not a name: 3; write a short name of letters, digits and hyphens',
      'c.ndjson:1:27 title: empty; write text',
      'c.ndjson:2:1 not JSON: { without its }; write } at its end; an entry stands whole in one line',
      'c.ndjson:3:10 a second "act", which stands in line 3 already; keep one of them',
      'd.yaml:2:1 a tab in the indentation; indent with spaces',
      'dossier.yaml:14:11 subjects.channel.seat: not a text: a list; write text',
    ]);
  });

  test('where a line cannot be read, no event that may stand in it is called missing', async () => {
    const retraction = {
      retracts: 'later/1',
      reason: 'a',
      recorded: '2002-01-01',
      sources: [{ title: 'a' }],
    };
    expect(await troublesOf(linesWith(retraction, '{'))).toHaveLength(1);
    expect(
      await troublesOf(linesWith(retraction, act('later', { note: 'a'.repeat(1_000_000) }))),
    ).toHaveLength(1);
    expect(await troublesOf({ ...linesWith(retraction), 'b.ndjson.gz': '' })).toEqual([
      'b.ndjson.gz:1:1 the gzip data end too early; copy the file again, or pack it again',
    ]);
  });

  test('of a packed file that is broken nothing else is told', async () => {
    const bytes = gzipSync(`{\n{\n${'\n'.repeat(100_000)}`);
    expect(await troublesOf({ 'dossier.yaml': DOSSIER, 'acts.ndjson.gz': bytes.subarray(0, -1) })).toEqual([
      'acts.ndjson.gz:1:1 the gzip data end too early; copy the file again, or pack it again',
    ]);
  });

  test('are told up to a number that a person can read', async () => {
    const troubles = await troublesOf(linesWith(...Array(20_000).fill('{')));
    expect(troubles).toHaveLength(10_001);
    expect(troubles.at(-1)).toBe(
      'acts.ndjson:10001:1 too many problems to go on; mend those above; from here on the file was not read',
    );
  });

  test('in corrections are told up to a number, too', async () => {
    const change = { retracts: 'no/1', reason: 'a', recorded: '2002-01-01', sources: [{ title: 'a' }] };
    const troubles = await troublesOf(linesWith(...Array(11_000).fill(change)));
    expect(troubles).toHaveLength(10_001);
  });

  test('in very long lines are told up to some of them, and the rest is not read', async () => {
    const long = act('a', { note: 'a'.repeat(900_000), by: 3 });
    const troubles = await troublesOf(linesWith(...Array(50).fill(long)));
    expect(troubles.length).toBeLessThan(20);
  });
});

test('a file of any size is loaded without holding its text', async () => {
  // Two hundred megabytes, of which few lines are not blank.
  const blanks = gzipSync(`${' '.repeat(999)}\n`.repeat(20_000));
  const parts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].flatMap((name) => [
    gzipSync(`${JSON.stringify(act(name))}\n`),
    blanks,
  ]);
  const folder = folderWith({ 'dossier.yaml': DOSSIER, 'acts.ndjson.gz': Buffer.concat(parts) });
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const loaded = await loadDossier(folder, () => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  });
  expect(loaded.kind === 'record' && [...loaded.record.events]).toHaveLength(10);
  expect(most - before).toBeLessThan(100_000_000);
});

test('how much is read is told on the way, of all that there is', async () => {
  const files = {
    'dossier.yaml': DOSSIER,
    'a.yaml': YAML,
    'b.ndjson': '\n'.repeat(300_000),
    'c.ndjson.gz': gzipSync(''),
  };
  const told: number[] = [];
  const total = Object.values(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  await loadDossier(folderWith(files), (done, all) => {
    expect(all).toBe(total);
    told.push(done);
  });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(5);
  expect(told.at(-1)).toBe(total);
});
