/** The chain of acts and sources behind a state or one field of it. */
import type { Source } from '../events/dossier.ts';
import { type DomainEvent, dataOf } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';
import { insteadOf } from '../nearest.ts';
import type { AsOf } from '../time/clocks.ts';
import { type Day, dayOf } from '../time/day.ts';
import { eventsBehind, writersOf } from './causes.ts';
import { causesBehind, type FieldValue, type State } from './evolve.ts';
import { isRecorded, knownOf } from './known.ts';
import { markOf } from './mark.ts';
import type { Change, EventRecord } from './record.ts';
import { type Uncertain, uncertainties } from './uncertain.ts';
import { chartFor, stateOn } from './walk.ts';

/** Why a field has its value, or what is asked about that does not exist. */
export type Why =
  | { readonly kind: 'why'; readonly answer: Chain }
  | { readonly kind: 'unknown'; readonly what: string; readonly instead: string };

/** The events behind a value, each with its act and sources; `field` is null for the state as a whole. */
export interface Chain {
  readonly subject: string;
  readonly field: string | null;
  readonly at: Day;
  readonly value: FieldValue | { readonly [field: string]: FieldValue };
  /** Which of the fields asked about doubtful dates leave open. */
  readonly uncertain: readonly Uncertain[];
  readonly chain: readonly Link[];
  /** The events that would change it if they had taken hold, or had not, as their windows allow. */
  readonly open: readonly Link[];
}

/** One event of a chain. */
export interface Link {
  readonly event: string;
  readonly act: string;
  /** The scenario that assumes it; not there for what is on record. */
  readonly hypothetical?: string;
  readonly by: string;
  readonly title: string;
  readonly type: EventType;
  readonly effective: string;
  readonly announced: string;
  /** The fields asked about that it wrote; none where it only made another event possible. */
  readonly wrote: readonly string[];
  readonly data: { readonly [field: string]: unknown };
  readonly note: string | null;
  readonly sources: readonly Source[];
  /** The corrections by which it reads differently than first recorded, in order, with their own sources. */
  readonly corrected: readonly (Change & { readonly recorded: Day })[];
}

/** The chain behind a field of a subject, or behind its whole state where `field` is null. */
export function whyOf(record: EventRecord, when: AsOf, subject: string, field: string | null): Why {
  const subjects = record.dossier.subjects;
  const known = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
  if (known === undefined) {
    return unknown(`no such subject: ${subject}`, insteadOf(subject, Object.keys(subjects)));
  }
  const chart = chartFor(known.kind);
  const stream = knownOf(record, subject, when);
  const state = stateOn(chart, stream, when, when.at);
  const asked = field === null ? [...state.fields.keys()] : fieldsMeant(state, field);
  const [only] = asked;
  if (only === undefined) {
    const what = `no such field of ${subject} on ${dayOf(when.at)}: ${field}`;
    const fields = [...state.fields.keys()];
    const within = fields.filter((name) => name.startsWith(`${field}.`));
    return unknown(
      what,
      within.length > 0 ? `write one of: ${within.join(', ')}` : insteadOf(String(field), fields),
    );
  }
  const behind = new Map<string, ReadonlySet<DomainEvent>>(
    asked.map((name) => [name, new Set(writersOf(causesBehind(chart, state, name)))]),
  );
  const chain = eventsBehind(asked.flatMap((name) => causesBehind(chart, state, name))).map((event) =>
    linkOf(
      record,
      when,
      event,
      asked.filter((name) => behind.get(name)?.has(event)),
    ),
  );
  const uncertain = uncertainties(chart, stream, when).filter(
    (doubt) => field === null || doubt.field === only,
  );
  const named = new Set(
    [...uncertain.flatMap(({ because }) => because)].filter((id) => chain.every(({ event }) => event !== id)),
  );
  const open = stream.filter(({ id }) => named.has(id)).map((event) => linkOf(record, when, event, []));
  const value = field === null ? Object.fromEntries(state.fields) : (state.fields.get(only) ?? null);
  return {
    kind: 'why',
    answer: {
      subject,
      field: field === null ? null : only,
      at: dayOf(when.at),
      value,
      uncertain,
      chain,
      open,
    },
  };
}

/** A field by its full name, or by its last part where that is clear: `ceiling` for `staff.ceiling`. */
function fieldsMeant(state: State, field: string): readonly string[] {
  if (state.fields.has(field)) return [field];
  const ending = [...state.fields.keys()].filter((name) => name.endsWith(`.${field}`));
  return ending.length === 1 ? ending : [];
}

function linkOf(record: EventRecord, when: AsOf, event: DomainEvent, wrote: readonly string[]): Link {
  const act = record.acts.get(event.act);
  const entry = record.events.get(event.id);
  if (act === null || entry === null) throw new Error(`${event.id} is not on record`);
  const { id, type, by, effective, announced } = event;
  return {
    event: id,
    act: event.act,
    ...markOf(event.act),
    by,
    title: act.title,
    type,
    effective: effective.edtf,
    announced: announced.edtf,
    wrote,
    data: dataOf(event),
    note: event.note ?? null,
    sources: act.sources,
    corrected: entry.versions
      .filter((version) => isRecorded(version, when))
      .flatMap(({ recorded, change }) =>
        change === null || recorded === null ? [] : [{ ...change, recorded: dayOf(recorded) }],
      ),
  };
}

function unknown(what: string, instead: string): Why {
  return { kind: 'unknown', what, instead };
}
