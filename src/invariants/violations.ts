/** Where an invariant breaks, and on which days. */
import type { Dossier } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { Described } from '../replay/describe.ts';
import type { Knowledge } from '../replay/known.ts';
import type { Period } from '../replay/timeline.ts';
import { type Day, dayNumber, dayOf } from '../time/day.ts';
import { certainly, certainlyFinds, edgesOf, type Stream } from './certain.ts';
import type { Breach, Clash, Fault, Invariant, KnownRecord, SubjectOnDay } from './invariant.ts';

/** One case in which an invariant breaks, from the day `from` to the day before `to`; null where there is no such end. */
export interface Violation extends Breach {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** All that invariants are held against. */
export interface Material {
  readonly dossier: Dossier;
  readonly knowledge: Knowledge;
  readonly known: KnownRecord;
  readonly streams: ReadonlyMap<string, Stream>;
  readonly periods: { readonly [subject: string]: readonly Period[] };
  readonly transitions: readonly Transition[];
}

/** An event that was applied, and the status before and after it. */
export interface Transition {
  readonly event: DomainEvent;
  readonly before: string;
  readonly after: string;
}

/** Every case in which an invariant certainly breaks. */
export function violationsOf(invariant: Invariant, material: Material): readonly Violation[] {
  switch (invariant.on) {
    case 'state':
      return Object.keys(material.dossier.subjects).flatMap((only) =>
        stretches(
          worlds(material, [only]).map(({ day, subjects }) => ({
            day,
            breaches: subjects.flatMap((one) => breachBy(invariant.broken, one, day, material) ?? []),
          })),
        ),
      );
    case 'transition':
      return material.transitions.flatMap(({ event, before, after }) => {
        const says = invariant.broken(before, event, after);
        const stream = material.streams.get(event.subject);
        if (says === null || !stream || !certainlyFinds(before, event, stream, material.knowledge)) return [];
        return [timeless({ subject: event.subject, says, events: [event.id] })];
      });
    case 'world':
      return stretches(
        worlds(material, Object.keys(material.dossier.subjects)).map(({ day, subjects }) => ({
          day,
          breaches: invariant
            .broken(subjects)
            .filter((clash) => isCertain(clash, day, subjects, material))
            .map(({ between: _, ...rest }) => rest),
        })),
      );
    case 'record':
      return invariant.broken(material.known).map(timeless);
    default:
      return invariant satisfies never;
  }
}

/** A state's fault, where it is certain, as a breach by the events that last wrote the fields that show it. */
function breachBy(
  broken: (state: Described) => Fault | null,
  { id, state }: SubjectOnDay,
  day: Day,
  { streams, knowledge }: Material,
): Breach | null {
  const fault = broken(state);
  const stream = streams.get(id);
  const when = { ...knowledge, at: dayNumber(day) };
  if (!fault || !stream || !certainly((other) => broken(other) !== null, stream, when)) return null;
  const events = fault.fields.flatMap((field) => state.because[field]?.at(-1) ?? []);
  return { subject: id, says: fault.says, events: [...new Set(events)] };
}

function timeless(breach: Breach): Violation {
  return { ...breach, from: null, to: null };
}

/** What breaks in the same words on days that follow each other is one violation. */
function stretches(
  days: readonly { readonly day: Day; readonly breaches: readonly Breach[] }[],
): readonly Violation[] {
  const ended: Violation[] = [];
  let open = new Map<string, Violation>();
  for (const { day, breaches } of days) {
    const now = new Map(
      breaches.map((breach): [string, Violation] => {
        const key = `${breach.subject} ${breach.says}`;
        return [key, open.get(key) ?? { ...breach, from: day, to: null }];
      }),
    );
    for (const [key, violation] of open) if (!now.has(key)) ended.push({ ...violation, to: day });
    open = now;
  }
  return [...ended, ...open.values()];
}

/** These subjects together on every day on which one of them may change. */
function worlds({ dossier, streams, periods }: Material, ids: readonly string[]) {
  const lines = Object.entries(dossier.subjects)
    .filter(([id]) => ids.includes(id))
    .map(([id, subject]) => ({ id, subject, periods: [...(periods[id] ?? [])] }));
  const days = edgesOf(ids.flatMap((id) => streams.get(id)?.events ?? [])).map(dayOf);
  return days.map((day) => {
    const subjects = lines.flatMap(({ id, subject, periods: left }): SubjectOnDay[] => {
      while (left[1]?.from != null && left[1].from <= day) left.shift();
      return left[0] === undefined ? [] : [{ id, subject, state: left[0] }];
    });
    return { day, subjects };
  });
}

/** Whether the statuses that clash are those of that day under every choice of days. */
function isCertain(
  { between }: Clash,
  day: Day,
  subjects: readonly SubjectOnDay[],
  { streams, knowledge }: Material,
): boolean {
  return subjects
    .filter(({ id }) => between.includes(id))
    .every(({ id, state }) => {
      const stream = streams.get(id);
      const asStated = ({ status }: Described) => status === state.status;
      return stream !== undefined && certainly(asStated, stream, { ...knowledge, at: dayNumber(day) });
    });
}
