/** A state in the form in which answers tell it. */
import type { StateValue } from 'xstate';
import type { Count } from '../count.ts';
import { dayUnder, type Reading } from '../time/clocks.ts';
import { type Day, dayOf } from '../time/day.ts';
import { eventsBehind } from './causes.ts';
import type { Chart } from './chart.ts';
import { causesBehind, type FieldValue, type State } from './evolve.ts';

/** A state in the form of an answer. Besides these it bears the parts of its kind: `head`, `charge`, `holder`, … */
export interface Described {
  readonly status: string;
  /** The day since which the status holds, under the reading; null while it is the initial one. */
  readonly since: Day | null;
  /** That day as it is on record: a date in EDTF, which may be a window. */
  readonly sinceDate: string | null;
  readonly state: StateValue;
  readonly staff?: Staffing;
  /** Events behind the state whose date is marked `~`, `?` or `%`. */
  readonly doubtful: readonly { readonly event: string; readonly effective: string }[];
  /** For each field the events behind it: replaying these alone gives the same value. */
  readonly because: { readonly [field: string]: readonly string[] };
  readonly [part: string]: unknown;
}

/** Persons and posts; `ceiling` and `vacant` are null while no limit is in force. */
export interface Staffing {
  readonly ceiling: Count | null;
  readonly accredited: Count;
  readonly pending: Count;
  readonly vacant: Count | null;
}

/** A state in the form of an answer. */
export function describe(chart: Chart, state: State, reading: Reading): Described {
  const present = [...state.fields.keys()].map((field) => ({
    field,
    behind: eventsBehind(causesBehind(chart, state, field)),
  }));
  const doubtful = new Set(
    present.flatMap(({ behind }) => behind.filter(({ effective }) => effective.doubtful)),
  );
  return {
    status: chart.rules.status.of(state.snapshot.at.value),
    since: state.since && dayOf(dayUnder(reading, state.since.effective)),
    sinceDate: state.since === null ? null : state.since.effective.edtf,
    state: state.snapshot.at.value,
    ...partsOf(state),
    doubtful: [...doubtful].map(({ id, effective }) => ({ event: id, effective: effective.edtf })),
    because: Object.fromEntries(
      present
        .filter(({ behind }) => behind.length > 0)
        .map(({ field, behind }): [string, readonly string[]] => [field, behind.map(({ id }) => id)]),
    ),
  };
}

/** The parts of the context in their places: `staff.ceiling` as `ceiling` within `staff`. */
function partsOf(state: State): { readonly [part: string]: unknown } {
  const parts: { [part: string]: unknown } = {};
  const groups = new Map<string, { [field: string]: FieldValue }>();
  for (const [path, value] of state.fields) {
    const [part = path, field] = path.split('.');
    if (part === 'status' || part === 'state') continue;
    if (field === undefined) parts[part] = value;
    else {
      const group = groups.get(part) ?? {};
      group[field] = value;
      groups.set(part, group);
      parts[part] = group;
    }
  }
  return parts;
}
