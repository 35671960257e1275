/** What holds of a record that was read: nothing of its files is left out, and it can be asked all questions. */
import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { isMap } from '../../src/events/read.ts';
import { check } from '../../src/invariants/check.ts';
import { logOf } from '../../src/replay/log.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import { dayNamed } from '../record.ts';
import { type Case, type Content, textOf } from './case.ts';

/** Holds that all that the files say, as the plain YAML parser reads them, is on record, and nothing else. */
export function assertWhole(record: EventRecord, files: Case): void {
  const { ['dossier.yaml']: dossier, ...rest } = Object.fromEntries(
    [...files].filter(([name]) => isPart(name)).map(([name, content]) => [name, valueIn(content)]),
  );
  assert.deepEqual(record.dossier, dossier);

  const entries = Object.values(rest).flatMap(listOf).map(fieldsOf);
  const changes = entries.filter((entry) => 'corrects' in entry || 'retracts' in entry);
  const acts = entries.filter((entry) => !changes.includes(entry));
  assertSame(
    [...record.acts].map(({ act, by, title, sources }) => [act, by, title, sources.length]),
    acts.map(({ act, by, title, sources }) => [act, by, title, listOf(sources).length]),
  );
  assertSame(
    [...record.events].map(({ id, versions: [{ event }] }) => [id, event?.subject, event?.type, event?.note]),
    acts.flatMap(({ act, events }) =>
      listOf(events)
        .map(fieldsOf)
        .map(({ subject, type, note }, index) => [`${act}/${index + 1}`, subject, type, note]),
    ),
  );
  assertSame(
    [...record.events].flatMap(({ id, versions }) =>
      versions.slice(1).map(({ change }) => [id, change?.reason]),
    ),
    changes.map(({ corrects, retracts, reason }) => [corrects ?? retracts, reason]),
  );
}

/** Holds that a record can be asked all questions. */
export function assertAnswers(record: EventRecord): void {
  const [account = null] = Object.keys(record.dossier.parties);
  const latest = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
  const earliest = { ...latest, recordedBy: dayNamed('2020-01-20'), account, reading: 'earliest' } as const;
  stateAt(record, { ...latest, at: dayNamed('2020-02-01') });
  stateAt(record, { ...earliest, at: dayNamed('1906-01-01') });
  timelineOf(record, earliest);
  logOf(record, latest, { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false });
  check(record, latest);
}

/** Whether a file of this name is part of a dossier. */
function isPart(name: string): boolean {
  return !name.startsWith('.') && (name.endsWith('.yaml') || name.endsWith('.yml'));
}

function valueIn(content: Content): unknown {
  const document = parseDocument(textOf(content), { schema: 'failsafe', uniqueKeys: false });
  return document.toJS({ maxAliasCount: -1 });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): { readonly [field: string]: unknown } {
  return isMap(value) ? value : {};
}

/** In any order. */
function assertSame(rows: readonly (readonly unknown[])[], others: readonly (readonly unknown[])[]): void {
  const sorted = (all: typeof rows) => all.map((row) => JSON.stringify(row)).sort();
  assert.deepEqual(sorted(rows), sorted(others));
}
