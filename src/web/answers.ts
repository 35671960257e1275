/** Answers that the page asks for again and again, kept for as long as their record and what is known of it stay. */
import { type History, historyOf } from '../drawing/history.ts';
import type { Knowledge } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { courseOf, type Standing, type Stay } from '../replay/standing.ts';
import type { DayNumber } from '../time/day.ts';
import { remembering } from './remembered.ts';

/** The history of every subject as known, for a page that moves through time. */
export interface Courses {
  readonly of: ReadonlyMap<string, readonly Stay[]>;
  /** The days on which the state of some subject changes, in order. */
  readonly days: readonly DayNumber[];
}

/** The courses of all subjects; those asked for last are kept. */
export function coursesOf(record: EventRecord, knowledge: Knowledge): Courses {
  const known = courses.get(record, knowledge) ?? reckoned(record, knowledge);
  courses.set(record, knowledge, known);
  return known;
}

const courses = remembering<Courses>();

/** The histories of all subjects, for the picture; those asked for last are kept. */
export function historiesOf(record: EventRecord, knowledge: Knowledge): History {
  const known = histories.get(record, knowledge) ?? historyOf(record, knowledge, null);
  histories.set(record, knowledge, known);
  return known;
}

const histories = remembering<History>();

function reckoned(record: EventRecord, knowledge: Knowledge): Courses {
  const subjects = Object.keys(record.dossier.subjects);
  const of = new Map(subjects.map((subject) => [subject, courseOf(record, subject, knowledge)] as const));
  const days = new Set([...of.values()].flatMap((stays) => stays.flatMap(({ from }) => from ?? [])));
  return { of, days: [...days].sort((a, b) => a - b) };
}

/** How a subject stands at the end of a day, by its course. */
function standingIn(course: readonly Stay[], day: DayNumber): Standing {
  let [low, high] = [0, course.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = course[middle]?.from ?? null;
    if (from === null || from <= day) low = middle;
    else high = middle - 1;
  }
  const stay = course[low];
  if (stay === undefined) throw new Error('a course without a stay');
  return stay.standing;
}

/** How some subjects stand at the end of a day. */
export function standingsIn(
  courses: Courses,
  subjects: readonly string[],
  day: DayNumber,
): ReadonlyMap<string, Standing> {
  return new Map(
    subjects.flatMap((id) => {
      const course = courses.of.get(id);
      return course === undefined ? [] : [[id, standingIn(course, day)] as const];
    }),
  );
}

/** The first day of change after a day, or the last one before it; null where there is none. */
export function stepFrom(
  days: readonly DayNumber[],
  day: DayNumber,
  direction: 'next' | 'previous',
): DayNumber | null {
  const step = direction === 'next' ? days.find((one) => one > day) : days.findLast((one) => one < day);
  return step ?? null;
}
