/** The span of days that a picture shows, and where on its width each of them lies. */
import { addDays, type DayNumber, dayNumberOf, dayOf, earlier, later } from '../time/day.ts';
import { daysSpanned, type History } from './history.ts';

/** What of a history is shown, and how. */
export interface View {
  /** In pixels; the height follows from what is drawn. */
  readonly width: number;
  /** The days shown, half-open: from the beginning of `from` until the beginning of `to`. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** The day of the cursor; null for none. */
  readonly at: DayNumber | null;
  /** The history of a branch, shown beside that of the record where they differ; null for none. */
  readonly branch: History | null;
  /** Whether a click on a mark shows what it stands for: it then has room for a pointer. */
  readonly isClickable: boolean;
  /** Begins the ids of patterns and gradients, which must be unique within a page. */
  readonly prefix: string;
}

/** From days to pixels and back. */
export interface DayScale {
  /** The edges of the part of the picture that lies on the axis. */
  readonly left: number;
  readonly right: number;
  /** The pixel at which a day begins, wherever it lies; null, before all days or after them, is an edge. */
  readonly x: (day: DayNumber) => number;
  /** The same, or the edge beyond which it lies. */
  readonly within: (day: DayNumber) => number;
  /** The day at a pixel, from the first shown to the last. */
  readonly dayAt: (x: number) => DayNumber;
}

/** At least so wide, names stand beside the bars and not above them. */
const WIDE = 720;

/** Whether names stand beside the bars. */
export function isWide({ width }: Pick<View, 'width'>): boolean {
  return width >= WIDE;
}

/** Where the days of a view lie on its width. */
export function dayScale(view: Pick<View, 'width' | 'from' | 'to'>): DayScale {
  const { width, from } = view;
  const to = later(view.to, addDays(from, 1));
  const left = isWide(view) ? Math.round(Math.min(270, Math.max(190, width * 0.2))) : 12;
  const right = Math.max(left + 1, width - (isWide(view) ? 20 : 12));
  const perDay = (right - left) / (to - from);
  const x = (day: DayNumber) => left + (day - from) * perDay;
  return {
    left,
    right,
    x,
    within: (day) => Math.min(right, Math.max(left, x(day))),
    dayAt: (pixel) => {
      const days = Math.floor((Math.min(right, Math.max(left, pixel)) - left) / perDay + NUDGE);
      return addDays(from, Math.min(to - from - 1, Math.max(0, days)));
    },
  };
}

// So that the pixel at which a day begins is of that day, whatever the arithmetic of fractions makes of it.
const NUDGE = 1e-6;

/**
 * The days to show where nobody says which: from the first on which something is told or takes hold to the last, in
 * whole months or years, with some room after the last for what holds since.
 */
export function spanOf(history: History, branch: History | null = null): Pick<View, 'from' | 'to'> | null {
  const [one, other] = [daysSpanned(history), branch && daysSpanned(branch)];
  if (one === null) return other === null ? null : rounded(other);
  return rounded(
    other === null ? one : { first: earlier(one.first, other.first), last: later(one.last, other.last) },
  );
}

function rounded({ first, last }: { readonly first: DayNumber; readonly last: DayNumber }) {
  const days = last - first + 1;
  const unit = days > 800 ? 'year' : days > 60 ? 'month' : 'day';
  const room = Math.max(1, Math.round(days * 0.02));
  const end = earlier(addDays(last, room), LAST);
  return {
    from: unit === 'day' ? later(addDays(first, -1), FIRST) : beginning(first, unit),
    to: unit === 'day' ? addDays(end, 1) : afterward(end, unit),
  };
}

/** The days that the calendar has: of the years 0 to 9999. */
const FIRST = dayNumberOf(0, 1, 1);
const LAST = dayNumberOf(9999, 12, 31);

/** The first day of the year or the month. */
function beginning(day: DayNumber, unit: 'year' | 'month'): DayNumber {
  const [year, month] = yearAndMonth(day);
  return dayNumberOf(year, unit === 'year' ? 1 : month, 1);
}

/** The first day of the next year or month. */
function afterward(day: DayNumber, unit: 'year' | 'month'): DayNumber {
  const [year, month] = yearAndMonth(day);
  return unit === 'year' || month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1);
}

function yearAndMonth(day: DayNumber): readonly [number, number] {
  const written = dayOf(day);
  return [Number(written.slice(0, 4)), Number(written.slice(5, 7))];
}
