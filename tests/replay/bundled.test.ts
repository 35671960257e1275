import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/invariants/check.ts';
import { diffBetween } from '../../src/replay/diff.ts';
import { logOf } from '../../src/replay/log.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { dayNamed } from '../record.ts';

const root = resolve(import.meta.dirname, '../..');
const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
const ALL = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

async function bundled() {
  const loaded = await loadDossier(resolve(root, 'events/nato-russia'));
  if (loaded.kind === 'record') return loaded.record;
  throw new Error('the bundled dossier has problems');
}

/** An answer that the program gave, as it is kept. */
function kept(name: string): unknown {
  return JSON.parse(readFileSync(resolve(root, `tests/cli/golden/${name}.json`), 'utf8'));
}

test('the library answers about the bundled dossier what the program is kept to', async () => {
  const record = await bundled();
  const on = (day: string, asked: object = {}) => stateAt(record, { ...KNOWN, at: dayNamed(day), ...asked });
  for (const day of ['2014-03-31', '2014-04-08', '2018-03-28', '2021-10-07', '2021-11-02', '2021-11-10'])
    expect(kept(`replay-${day}`)).toMatchObject({ ...on(day) });
  expect(kept('replay-2021-10-31-nato')).toMatchObject({ ...on('2021-10-31', { account: 'nato' }) });
  expect(kept('replay-2021-11-10-expected')).toMatchObject({
    ...on('2021-11-10', { announcedBy: dayNamed('2021-10-17') }),
  });
  expect(kept('timeline-all')).toMatchObject({ subjects: timelineOf(record, KNOWN) });
  expect(kept('diff-2021')).toMatchObject({
    ...diffBetween(record, [dayNamed('2021-10-05'), dayNamed('2021-11-10')], KNOWN),
  });
  expect(kept('log-findings')).toMatchObject({
    log: logOf(record, KNOWN, { ...ALL, findingsOnly: true }),
  });
  expect(kept('check')).toMatchObject({ ...check(record, KNOWN) });
});
