/** What must hold of the record itself, whatever the rules make of its events. A doubtful date breaks nothing that it may not. */
import { type DomainEvent, isOneOf } from '../events/event.ts';
import { dayOf, NEVER } from '../time/day.ts';
import type { Breach, Invariant } from './invariant.ts';

export const onRecord: readonly Invariant[] = [
  {
    id: 'announced-before-effect',
    statement: 'No event takes hold before it is announced.',
    article: null,
    on: 'record',
    broken: ({ events }) =>
      events
        .filter(({ effective, announced }) => effective.last < announced.first)
        .map(({ id, subject, effective, announced }) => ({
          subject,
          says: `in effect ${effective.edtf}, announced only ${announced.edtf}`,
          events: [id],
        })),
  },
  {
    id: 'announced-before-recorded',
    statement: 'No act is announced after it was recorded.',
    article: null,
    on: 'record',
    broken: ({ events, acts, recorded }) => {
      const early = events.flatMap(({ id, subject, announced }): Breach[] => {
        const day = recorded.get(id);
        if (day === undefined || announced.first <= day) return [];
        return [{ subject, says: `recorded ${dayOf(day)}, announced only ${announced.edtf}`, events: [id] }];
      });
      const earlyActs = acts.flatMap(({ act, announced, recorded: day, events: own }): Breach[] => {
        if (own.length > 0 || day === null || announced.first <= day) return [];
        const says = `${act} is recorded ${dayOf(day)}, announced only ${announced.edtf}`;
        return [{ subject: null, says, events: [], act }];
      });
      return [...early, ...earlyActs];
    },
  },
  {
    id: 'tenures-apart',
    statement: 'One head at a time: nobody is appointed to a post while another certainly holds it.',
    article: 'VCDR 14, 19',
    on: 'record',
    broken: ({ events }) => [
      ...overlaps(events, 'head.appointed', 'head.ended'),
      ...overlaps(events, 'military-representative.appointed', 'military-representative.ended'),
    ],
  },
  {
    // Reading refuses such acts; this holds for records made otherwise.
    id: 'acts-cite-sources',
    statement: 'Every act cites at least one source.',
    article: null,
    on: 'record',
    broken: ({ acts }) =>
      acts
        .filter(({ sources }) => sources.length === 0)
        .map(({ act }) => ({ subject: null, says: `${act} cites no source`, events: [], act })),
  },
  {
    id: 'no-false-precision',
    statement:
      'Dates are not more precise than known: no subject has events on three or more first days of January.',
    article: null,
    on: 'record',
    broken: ({ events }) =>
      [...groupBy(events.filter(isFirstOfJanuary), ({ subject }) => subject)].flatMap(
        ([subject, run]): Breach[] => {
          const days = [...new Set(run.map(({ effective }) => effective.edtf))].sort();
          if (days.length < 3) return [];
          const says = `events on ${days.join(', ')}; where only the year is known, write the year alone`;
          return [{ subject, says, events: run.map(({ id }) => id) }];
        },
      ),
  },
];

/** Each appointment that certainly falls into the tenure of another, the last begun of these. */
function overlaps(
  events: readonly DomainEvent[],
  appointed: 'head.appointed' | 'military-representative.appointed',
  ended: 'head.ended' | 'military-representative.ended',
): Breach[] {
  return [...groupBy(events, ({ subject }) => subject).values()].flatMap((stream) => {
    const tenures = stream.flatMap((event) => {
      if (!isOneOf(event, [appointed]) || event.name === undefined) return [];
      const { id, subject, name, effective } = event;
      const ends = stream.filter(
        (other) =>
          other.effective.last >= effective.first && (isEnd(other, ended, name) || endsAllTenures(other)),
      );
      const until = Math.min(...ends.map((other) => other.effective.first), NEVER);
      return [{ id, subject, name, from: effective, until }];
    });
    return tenures.flatMap(({ id, subject, name, from }): Breach[] => {
      const [held] = tenures
        .filter((one) => one.name !== name && one.from.last < from.first && from.last < one.until)
        .sort((a, b) => b.from.last - a.from.last);
      if (held === undefined) return [];
      return [
        { subject, says: `${name} is appointed while ${held.name} holds the post`, events: [held.id, id] },
      ];
    });
  });
}

function isEnd(
  event: DomainEvent,
  type: 'head.ended' | 'military-representative.ended',
  name: string,
): boolean {
  return isOneOf(event, [type]) && (event.name === undefined || event.name === name);
}

/** The mission closes, or all its accreditation is withdrawn (VCDR 43(b)). */
function endsAllTenures(event: DomainEvent): boolean {
  return (
    event.type === 'mission.closed' || (isOneOf(event, ['accreditation.withdrawn']) && event.count === 'all')
  );
}

/** A first of January without a clock time or a mark of doubt. */
function isFirstOfJanuary({ effective }: DomainEvent): boolean {
  return /^\d{4}-01-01$/.test(effective.edtf);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item)) ?? [];
    group.push(item);
    groups.set(key(item), group);
  }
  return groups;
}
