/** Doubtful dates by brute force: every choice of one day in each window, and the history that it makes. */
import type { DomainEvent } from '../../src/events/event.ts';
import type { Chart } from '../../src/replay/chart.ts';
import { begin, evolve, type State } from '../../src/replay/evolve.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { addDays, type DayNumber, NEVER } from '../../src/time/day.ts';
import type { Edtf } from '../../src/time/edtf.ts';

/** For each window the day chosen in it; a day after all that is asked about counts as one. */
export type Choice = ReadonlyMap<string, DayNumber>;

/** The windows of a stream by name, each with the days that make a difference to the question. */
export function windowsOf(
  stream: readonly DomainEvent[],
  { at, announcedBy }: Pick<AsOf, 'at' | 'announcedBy'>,
): ReadonlyMap<string, readonly DayNumber[]> {
  const windows = new Map<string, readonly DayNumber[]>();
  for (const event of stream) {
    windows.set(announcementOf(event), daysOf(event.announced, announcedBy));
    if (!event.atAnnouncement) windows.set(event.id, daysOf(event.effective, at));
  }
  return windows;
}

/** Every choice, in turn. */
export function* choices(windows: ReadonlyMap<string, readonly DayNumber[]>): Generator<Choice, void> {
  const names = [...windows.keys()];
  yield* from(0, new Map());

  function* from(index: number, chosen: Choice): Generator<Choice, void> {
    const name = names[index];
    if (name === undefined) return yield chosen;
    for (const day of windows.get(name) ?? []) yield* from(index + 1, new Map([...chosen, [name, day]]));
  }
}

/** The events in effect and known on the day asked about under one choice, in the order that it gives them. */
export function historyUnder(
  choice: Choice,
  stream: readonly DomainEvent[],
  { at, announcedBy }: Pick<AsOf, 'at' | 'announcedBy'>,
): readonly DomainEvent[] {
  const dated = stream.map((event) => {
    const told = choice.get(announcementOf(event)) ?? NEVER;
    const day = event.atAnnouncement ? told : (choice.get(event.id) ?? NEVER);
    return { event, told, day, clock: event.effective.clock ?? Number.NEGATIVE_INFINITY };
  });
  return dated
    .filter(({ told, day }) => day <= at && (announcedBy === null || told <= announcedBy))
    .sort((a, b) => {
      if (a.day !== b.day) return a.day - b.day;
      if (a.clock !== b.clock) return a.clock < b.clock ? -1 : 1;
      return a.told - b.told || byPlace(a.event, b.event);
    })
    .map(({ event }) => event);
}

/** The state after a history; histories asked for again are not walked again. */
export function walker(chart: Chart): (history: readonly DomainEvent[]) => State {
  const known = new Map<string, State>();
  return walk;

  function walk(history: readonly DomainEvent[]): State {
    const key = history.map(({ id }) => id).join(' ');
    const found = known.get(key) ?? after(history);
    known.set(key, found);
    return found;
  }

  function after(history: readonly DomainEvent[]): State {
    const last = history.at(-1);
    if (last === undefined) return begin(chart);
    const before = walk(history.slice(0, -1));
    const outcome = evolve(chart, before, last);
    return outcome.kind === 'applied' ? outcome.state : before;
  }
}

/** The events of an act that were announced together are one choice. */
function announcementOf({ act, announced }: DomainEvent): string {
  return `${act} announced ${announced.edtf}`;
}

/** The days of a window up to the bound, and one after it where the window reaches further. */
function daysOf({ first, last }: Edtf, bound: DayNumber | null): readonly DayNumber[] {
  if (bound === null && last === NEVER) throw new Error('an announcement open at its end');
  const days: DayNumber[] = [];
  for (let day = first; day <= last && (bound === null || day <= bound); day = addDays(day, 1))
    days.push(day);
  return bound !== null && last > bound ? [...days, NEVER] : days;
}

function byPlace({ position: a }: DomainEvent, { position: b }: DomainEvent): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.act - b.act || a.event - b.event;
}
