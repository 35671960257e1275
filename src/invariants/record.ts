/** What must hold of the record itself, whatever the rules make of its events. */
import { type DomainEvent, isOneOf } from '../events/event.ts';
import { dayOf, NEVER } from '../time/day.ts';
import type { Breach, Invariant } from './invariant.ts';

export const onRecord: readonly Invariant[] = [
  {
    id: 'announced-before-effect',
    statement: 'No event takes hold before it is announced.',
    article: null,
    on: 'record',
    broken: (events) =>
      events
        .filter(({ effective, announced }) => effective.last < announced.first)
        .map((event) =>
          breach(event, `in effect ${event.effective.edtf}, announced ${event.announced.edtf}`),
        ),
  },
  {
    id: 'announced-before-recorded',
    statement: 'No act is announced after it was recorded.',
    article: null,
    on: 'record',
    broken: (events, { acts }) =>
      events.flatMap((event) => {
        const recorded = acts.get(event.act)?.recorded ?? null;
        if (recorded === null || event.announced.first <= recorded) return [];
        return [breach(event, `announced ${event.announced.edtf}, recorded ${dayOf(recorded)}`)];
      }),
  },
  {
    id: 'tenures-apart',
    statement: 'One head at a time: nobody is appointed to a post while another certainly holds it.',
    article: 'VCDR 14, 19',
    on: 'record',
    broken: (events) => [
      ...overlaps(events, 'head.appointed', 'head.ended'),
      ...overlaps(events, 'military-representative.appointed', 'military-representative.ended'),
    ],
  },
  {
    id: 'acts-cite-sources',
    statement: 'Every act cites at least one source.',
    article: null,
    on: 'record',
    broken: (_, { acts }) =>
      [...acts.values()]
        .filter(({ sources }) => sources.length === 0)
        .map(({ act, events }) => ({ subject: null, says: `${act} cites no source`, events })),
  },
  {
    id: 'no-false-precision',
    statement:
      'Dates are not more precise than known: no subject has three or more events on a first of January.',
    article: null,
    on: 'record',
    broken: (events) => {
      const suspect = groupBy(events.filter(isFirstOfJanuary), ({ subject }) => subject);
      return [...suspect]
        .filter(([, run]) => new Set(run.map(({ effective }) => effective.first)).size >= 3)
        .map(([subject, run]) => ({
          subject,
          says: `${run.length} events on a first of January; write the year alone where only the year is known`,
          events: run.map(({ id }) => id),
        }));
    },
  },
];

/** The appointments of one holder that certainly fall into the tenure of another. */
function overlaps(
  events: readonly DomainEvent[],
  appointed: 'head.appointed' | 'military-representative.appointed',
  ended: 'head.ended' | 'military-representative.ended',
): Breach[] {
  return [...groupBy(events, ({ subject }) => subject).values()].flatMap((stream) => {
    const tenures = stream.flatMap((event) => {
      if (!isOneOf(event, [appointed]) || event.name === undefined) return [];
      const { name } = event;
      const ends = stream.flatMap((other) =>
        isEnd(other, ended, name) && other.effective.last >= event.effective.first
          ? [other.effective.first]
          : [],
      );
      return [
        { event, name, from: event.effective, until: Math.min(...ends, closing(stream, event), NEVER) },
      ];
    });
    return tenures.flatMap((one) =>
      tenures
        .filter(
          (other) =>
            other.name !== one.name && other.from.first > one.from.last && other.from.last < one.until,
        )
        .map((other) => ({
          subject: one.event.subject,
          says: `${other.name} is appointed while ${one.name} holds the post`,
          events: [one.event.id, other.event.id],
        })),
    );
  });
}

function isEnd(
  event: DomainEvent,
  type: 'head.ended' | 'military-representative.ended',
  name: string,
): boolean {
  return isOneOf(event, [type]) && (event.name === undefined || event.name === name);
}

/** The first day on which the mission may have closed, or lost all accreditation, after an appointment. */
function closing(stream: readonly DomainEvent[], { effective }: DomainEvent): number {
  const ends = stream.filter(
    (event) =>
      event.effective.last >= effective.first &&
      (event.type === 'mission.closed' ||
        (isOneOf(event, ['accreditation.withdrawn']) && event.count === 'all')),
  );
  return Math.min(...ends.map((event) => event.effective.first), NEVER);
}

function isFirstOfJanuary({ effective }: DomainEvent): boolean {
  return (
    effective.first === effective.last && !effective.doubtful && dayOf(effective.first).endsWith('-01-01')
  );
}

function breach({ id, subject }: DomainEvent, says: string): Breach {
  return { subject, says, events: [id] };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
