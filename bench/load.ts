/** Acts in lines of JSON read, looked through and put on record, and the room that a record takes. */
import { readEntry } from '../src/events/read.ts';
import { dossierReader } from '../src/store/dossier.ts';
import { openedYaml } from '../src/store/file.ts';
import { parseJson } from '../src/store/json.ts';
import { lineCutter } from '../src/store/lines.ts';
import { type Generated, generated } from './generated.ts';
import { inTurns, ratio } from './measure.ts';
import { atMost, type Row } from './row.ts';

const EVENTS = 50_000;

export function loading(): readonly Row[] {
  const made = generated(EVENTS / 25, EVENTS);
  const lines = made.entries.map((entry) => JSON.stringify(entry));
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const times = inTurns(
    {
      record: { run: () => loaded(made, bytes), things: 1 },
      validate: { run: () => validated(bytes), things: 1 },
      parse: { run: () => parsed(lines), things: 1 },
    },
    { rounds: 11, time: 0 },
  );
  return [
    {
      name: 'load/json-parse',
      what: `${EVENTS} lines of bytes parsed and validated take so many times as long as JSON.parse of the same as text`,
      ...ratio(times.validate, times.parse),
      unit: '×',
      bound: atMost(4),
    },
    {
      name: 'load/record',
      what: 'the same put on record as well: names held against the dossier, and all in columns',
      ...ratio(times.record, times.parse),
      unit: '×',
      bound: null,
    },
  ];
}

function parsed(lines: readonly string[]): void {
  for (const line of lines) JSON.parse(line);
}

/** Lines from bytes, each looked through for all that an entry may not be. */
function validated(bytes: Uint8Array): void {
  const { push, end } = lineCutter(
    (text, line) => {
      const json = parseJson(text, line);
      if (json.kind !== 'value' || readEntry(json.value).kind !== 'value')
        throw new Error(`line ${line} is wrong`);
    },
    ({ what }) => {
      throw new Error(what);
    },
  );
  push(bytes);
  end();
}

/** A record read from lines as they lie in a file. */
function loaded({ dossier }: Pick<Generated, 'dossier'>, bytes: Uint8Array) {
  const yaml = new TextEncoder().encode(JSON.stringify(dossier));
  const reader = dossierReader(openedYaml('dossier.yaml', yaml));
  const lines = reader.lines('acts.ndjson');
  lines.push(bytes);
  lines.end();
  const read = reader.finish();
  if (read.kind === 'problems') throw new Error(read.problems[0]?.what);
  return read.record;
}
