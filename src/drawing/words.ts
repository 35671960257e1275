/** The histories in words, for titles and for those who cannot see the picture. */
import type { Count } from '../count.ts';
import { typeInWords } from '../events/vocabulary.ts';
import { type DayNumber, dayOf, EVER } from '../time/day.ts';
import type { HistoryEvent, StatusPeriod, Step, SubjectHistory, Window } from './history.ts';

/** A stretch of days: `2021-11-05 to 2026-01-01`, `until 1998-10-11`, `since 2021-11-05`; its end is the first day after it. */
export function stretchInWords({ from, to }: Pick<StatusPeriod, 'from' | 'to'>): string {
  if (from === null) return to === null ? 'always' : `until ${dayInWords(to)}`;
  return to === null ? `since ${dayInWords(from)}` : `${dayInWords(from)} to ${dayInWords(to)}`;
}

/** A status without its hyphens. */
export function statusInWords(status: string): string {
  return status.replaceAll('-', ' ');
}

/** A period as the title of its bar. */
export function periodInWords(period: StatusPeriod): string {
  const assumed = period.hypothetical ? ' (assumed)' : '';
  const doubt = doubtOf(period);
  const when = doubt === null ? '' : `; began ${doubt}`;
  return `${period.status}${assumed}, ${stretchInWords(period)}${when}`;
}

/** The window within which a period or a step began; null where the day is certain. */
export function windowOfBeginning({ began }: Pick<StatusPeriod, 'began'>): Window | null {
  const open = began.filter(({ effective: { first, last } }) => first !== last);
  const [one] = open;
  if (one === undefined) return null;
  return open.reduce((widest, { effective }) => wider(widest, effective), one.effective);
}

/** An event as the title of its mark. */
export function eventInWords({
  event,
  type,
  announced,
  effective,
  finding,
  hypothetical,
}: HistoryEvent): string {
  const told = announced.edtf === effective.edtf ? '' : `, announced ${announced.edtf}`;
  const assumed = hypothetical === null ? '' : `, assumed by ${hypothetical}`;
  const misplaced = finding === null ? '' : `; ${finding}`;
  return `${typeInWords(type)}, in effect ${effective.edtf}${told}${assumed} (${event})${misplaced}`;
}

/** A range of persons or posts, as short as a picture has room for. */
export function countInFew(count: Count): string {
  const { min, max } = count;
  if (max === null) return min === 0 ? '?' : `≥ ${min}`;
  if (min === max) return String(min);
  return min === 0 ? `≤ ${max}` : `${min}–${max}`;
}

/** All that is drawn of a subject, in sentences. */
export function historyInWords({ name, kind, periods, ceiling, headcount, events }: SubjectHistory): string {
  const misplaced = events.filter(({ finding }) => finding !== null).length;
  return [
    `${name}, ${kind.replaceAll('-', ' ')}.`,
    `Status: ${listed(periods.map(periodInWords))}.`,
    ...stepsInWords('Ceiling', ceiling, 'none'),
    ...stepsInWords('Headcount', headcount, 'none'),
    ...(events.length === 0 ? ['Nothing is on record.'] : []),
    ...(misplaced === 0
      ? []
      : [`${misplaced} ${misplaced === 1 ? 'event has' : 'events have'} no place in the rules.`]),
  ].join(' ');
}

/** A day of the years 0 to 9999; beyond them, its side. */
function dayInWords(day: DayNumber): string {
  return day === EVER ? 'the beginning' : dayOf(day);
}

function doubtOf(period: StatusPeriod): string | null {
  const window = windowOfBeginning(period);
  if (window !== null) return `on some day of ${window.edtf}`;
  const doubted = period.began.find(({ effective }) => effective.doubtful);
  return doubted === undefined ? null : `about ${doubted.effective.edtf}`;
}

function wider(a: Window, b: Window): Window {
  const length = ({ first, last }: Window) => (last === null ? Number.POSITIVE_INFINITY : last - first);
  return length(b) > length(a) ? b : a;
}

function stepsInWords(what: string, steps: readonly Step[], none: string): readonly string[] {
  if (steps.every(({ count }) => count === null || (count.min === 0 && count.max === 0))) return [];
  const told = steps.map(
    ({ count, ...step }) =>
      `${count === null ? none : countSpoken(count)} ${stretchInWords(step)}${doubtInWords(step)}`,
  );
  return [`${what}: ${listed(told)}.`];
}

function doubtInWords(step: Pick<Step, 'began'>): string {
  const window = windowOfBeginning(step);
  return window === null ? '' : ` (from some day of ${window.edtf})`;
}

/** A range as one says it. */
export function countSpoken({ min, max }: Count): string {
  if (max === null) return min === 0 ? 'unknown' : `at least ${min}`;
  if (min === max) return String(min);
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}

/** The first of what there is to say, and how much more there is: nobody listens to a thousand. */
function listed(all: readonly string[]): string {
  const said = all.slice(0, SAID).join('; ');
  return all.length <= SAID ? said : `${said}; and ${all.length - SAID} more`;
}

const SAID = 24;
