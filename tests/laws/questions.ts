/** The questions that readers ask, as command lines, and what the plain model says of each answer. */
import { expect } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import {
  type AsOf,
  type DayNumber,
  dayOf,
  diffBetween,
  type EventRecord,
  logOf,
  stateAt,
  timelineOf,
  whyOf,
} from '../../src/index.ts';
import { NEVER } from '../../src/time/day.ts';
import { asOptions } from './dossiers.ts';
import { type Known, partOf, stateAfter, streamOf } from './keeper.ts';

/** A question of any sort; each sort looks at what it needs. */
export interface Question extends AsOf {
  readonly to: DayNumber;
  readonly subject: string;
  /** Null for the whole state. */
  readonly field: string | null;
}

/** The kinds of the subjects, and the lines that the model knows under the question, in order. */
interface Expected {
  readonly kinds: { readonly [subject: string]: Kind };
  readonly lines: readonly Known[];
}

/** Each sort of question, named as its command. */
export const questions = {
  replay: sort({
    shown: (when) => asOptions(when),
    ask: (record, when) => stateAt(record, when),
    holds: ({ subjects, findings }, { kinds, lines }, { at, announcedBy }) => {
      expect(Object.keys(subjects)).toEqual(Object.keys(kinds));
      for (const [subject, kind] of Object.entries(kinds)) {
        const stream = streamOf(lines, subject);
        const answer = subjects[subject];
        expect(told(kind, answer)).toEqual(stateAfter(kind, stream, at));
        expect(answer?.pending.map(({ event }) => event)).toEqual(
          idsOf(stream.filter(({ day, announced }) => day > at && announced <= (announcedBy ?? at))),
        );
        const found = findings.filter((finding) => finding.subject === subject).map(({ event }) => event);
        expect(found).toEqual(idsOf(stream.filter(({ id, day }) => day <= at && found.includes(id))));
        const rest = stream.filter(({ id }) => !found.includes(id));
        expect(stateAfter(kind, rest, at)).toEqual(stateAfter(kind, stream, at));
      }
    },
  }),

  timeline: sort({
    shown: (when) => bounds(when),
    ask: (record, when) => timelineOf(record, when),
    holds: (timelines, { kinds, lines }) => {
      expect(Object.keys(timelines)).toEqual(Object.keys(kinds));
      for (const [subject, kind] of Object.entries(kinds)) {
        const stream = streamOf(lines, subject);
        const days = [...new Set(stream.map(({ day }) => day))].filter((day) => day !== NEVER);
        const states = [Number.NEGATIVE_INFINITY, ...days].map((day) => stateAfter(kind, stream, day));
        const turning = days.filter((_, index) => !alike(states[index], states[index + 1]));
        const periods = timelines[subject] ?? [];
        const from = [null, ...turning.map(dayOf)];
        expect(periods.map((period) => period.from)).toEqual(from);
        expect(periods.map((period) => period.to)).toEqual([...from.slice(1), null]);
        for (const [index, period] of periods.entries()) {
          const day = turning[index - 1] ?? Number.NEGATIVE_INFINITY;
          expect(told(kind, period)).toEqual(stateAfter(kind, stream, day));
          const began = period.began.map(({ event }) => event);
          const others = stream.filter((line) => line.day !== day || began.includes(line.id));
          expect(began).toEqual(idsOf(stream.filter((line) => line.day === day && began.includes(line.id))));
          expect(stateAfter(kind, others, day)).toEqual(stateAfter(kind, stream, day));
        }
      }
    },
  }),

  log: sort({
    shown: (when) => bounds(when),
    ask: (record, when) => logOf(record, when, EVERYTHING),
    holds: (log, { lines }) => {
      expect(log.map(({ event, act, subject, type }) => [event ?? act, subject, type])).toEqual(
        lines.map(({ id, subject, event }) => [id, subject, subject && event.type]),
      );
      expect(log.map(({ changes }) => changes.map(({ kind, recorded }) => [kind, recorded]))).toEqual(
        lines.map(({ changes }) =>
          changes.map(({ raw }) => ['retracts' in raw ? 'retracted' : 'corrected', raw['recorded']]),
        ),
      );
    },
  }),

  why: sort({
    shown: (when) => `${when.subject}${when.field === null ? '' : ` ${when.field}`} ${asOptions(when)}`,
    ask: (record, when) => whyOf(record, when, when.subject, when.field),
    holds: (why, { kinds, lines }, { at, subject, field }) => {
      const kind = kinds[subject];
      if (kind === undefined) {
        expect(why).toMatchObject({ kind: 'unknown', what: `no such subject: ${subject}` });
        return;
      }
      if (why.kind === 'unknown') throw new Error(why.what);
      const { value, chain } = why.answer;
      const stream = streamOf(lines, subject);
      const behind = stream.filter(({ id, day }) => day <= at && chain.some(({ event }) => event === id));
      expect(chain.map(({ event, corrected }) => [event, corrected.length])).toEqual(
        behind.map(({ id, changes }) => [id, changes.length]),
      );
      const [all, alone] = [stateAfter(kind, stream, at), stateAfter(kind, behind, at)];
      const fields = Object.keys(all.fields).filter((name) => field === null || field === name);
      for (const name of fields) {
        expect([name, field === null ? Object(value)[name] : value]).toEqual([name, all.fields[name]]);
        expect([name, alone.fields[name]]).toEqual([name, all.fields[name]]);
      }
      if (field === null) expect(Object(value).status).toBe(all.status);
      if (field === 'status') expect(value).toBe(all.status);
      if (field === null || field === 'status') expect(alone.status).toBe(all.status);
    },
  }),

  diff: sort({
    shown: (when) => `${dayOf(when.at)} ${dayOf(when.to)} ${bounds(when)}`,
    ask: (record, when) => diffBetween(record, [when.at, when.to], when),
    holds: ({ changes }, { kinds, lines }, { at, to }) => {
      for (const [subject, kind] of Object.entries(kinds)) {
        const stream = streamOf(lines, subject);
        const [before, after] = [
          lasting(stateAfter(kind, stream, at)),
          lasting(stateAfter(kind, stream, to)),
        ];
        const mine = changes.filter((change) => change.subject === subject);
        expect(mine.length > 0).toBe(!alike(before, after));
        for (const [field, was] of Object.entries(before.fields)) {
          const is = after.fields[field];
          const change = mine.find((one) => one.field === field);
          const expected = alike(was, is) ? undefined : [was, is];
          expect([field, change && [change.before, change.after]]).toEqual([field, expected]);
        }
        const between = stream.filter(({ day }) => (day > at && day <= to) || (day > to && day <= at));
        const writers = new Set(mine.flatMap(({ because }) => because));
        expect([...writers].filter((event) => !idsOf(between).includes(event))).toEqual([]);
      }
    },
  }),
};

const EVERYTHING = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

/** A value to its last byte, maps and sets included. */
export function bytes(value: unknown): string {
  return JSON.stringify(value, (_, part) => (part instanceof Map ? [...part] : part));
}

/** A sort of question: how it is written, how it is asked, and what must hold of its answer; answers are told as bytes. */
function sort<Answer>({
  shown,
  ask,
  holds,
}: {
  readonly shown: (when: Question) => string;
  readonly ask: (record: EventRecord, when: Question) => Answer;
  readonly holds: (answer: Answer, expected: Expected, when: Question) => void;
}) {
  return {
    shown,
    ask: (record: EventRecord, when: Question) => bytes(ask(record, when)),
    check: (record: EventRecord, when: Question, expected: Expected) => {
      const answer = ask(record, when);
      holds(answer, expected, when);
      return bytes(answer);
    },
  };
}

/** What an answer tells of a state, in the form in which the model tells it. */
function told(kind: Kind, answer: unknown) {
  const { fields } = stateAfter(kind, [], 0);
  return {
    status: partOf(answer, 'status'),
    since: partOf(answer, 'since'),
    state: partOf(answer, 'state'),
    fields: Object.fromEntries(Object.keys(fields).map((field) => [field, partOf(answer, field)])),
  };
}

/** A state apart from the day since which its status holds; the status is a field like others. */
function lasting({ status, state, fields }: ReturnType<typeof stateAfter>) {
  const all: { readonly [field: string]: unknown } = { status, ...fields };
  return { state, fields: all };
}

/** The options of a question that asks for no day. */
function bounds(when: Question): string {
  return asOptions(when).replace(`--at ${dayOf(when.at)} `, '');
}

function idsOf(lines: readonly Known[]): readonly string[] {
  return lines.map(({ id }) => id);
}

function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
