/** What came of runs of one subject, as its picture wants it. */
import type { fanPicture } from '../../drawing/fan.ts';
import type { Likelihood } from '../../simulation/likelihood.ts';
import { addDays, type DayNumber, dayNumber } from '../../time/day.ts';

/** A fan, and the days that it spans, half-open. */
export interface FanOfDays {
  readonly fan: Parameters<typeof fanPicture>[0];
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The fan of a subject by its name; null where runs say nothing of it. */
export function fanOf({ dates }: Likelihood, subject: string, name: string): FanOfDays | null {
  const states = dates.flatMap(({ at, subjects }) => {
    const state = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
    return state === undefined ? [] : [{ day: dayNumber(at), ...state }];
  });
  const [first, last] = [states[0]?.day, states.at(-1)?.day];
  if (first === undefined || last === undefined) return null;
  const fan = {
    subject,
    name,
    shares: states.map(({ day, status }) => ({ day, of: status })),
    bands: states.flatMap(({ day, accredited }) =>
      accredited === undefined ? [] : [{ day, ...accredited }],
    ),
  };
  return { fan, from: first, to: addDays(last, 1) };
}

/** Whether not all runs agree on how a subject stands, on some day. */
export function isOpenIn({ dates }: Likelihood, subject: string): boolean {
  return dates.some(({ subjects }) => {
    const { status = {}, accredited } =
      (Object.hasOwn(subjects, subject) ? subjects[subject] : undefined) ?? {};
    if (Object.keys(status).length > 1) return true;
    if (accredited === undefined) return false;
    const [p5, p95] = [accredited.p5, accredited.p95].map(({ min, max }) => `${min}..${max}`);
    return p5 !== p95;
  });
}
