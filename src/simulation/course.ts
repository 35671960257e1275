/** One run: which acts happen and when, and how that leaves each subject. */
import { addDays, type DayNumber, dayNumberOf, NEVER } from '../time/day.ts';
import type { Cast, Part, Role } from './cast.ts';
import { allHold } from './field-test.ts';
import { among, draw, isIn } from './random.ts';
import { daysDrawn } from './spread.ts';
import { advance, assume, begin, fall } from './track.ts';

/** Makes run `run` of a seed: the same whatever was run before it. */
export function runThrough(cast: Cast, seed: number, run: number): void {
  const { roles, tracks, windows, cues, due, happened } = cast;
  for (const role of roles) role.asked = role.turns = role.happened = 0;
  for (const window of windows) fall(window, seed, run, words);
  for (const track of tracks) begin(track);
  due.length = 0;
  happened.length = 0;
  for (const { place, day, window } of cues) put(cast, seed, run, place, window === null ? day : window.day);
  while (due.length > 0) takeNext(cast, seed, run);
  for (const track of tracks) {
    // What nothing was assumed of stands as in every such run; see tally.ts.
    if (track.assumed > 0 || track.isLoose || track.goal !== null) advance(track, NEVER);
  }
}

const words = { first: 0, second: 0 };

/** An act is to come, after something on a day; one with a date of its own is on that. */
function put(cast: Cast, seed: number, run: number, place: number, from: DayNumber): void {
  const role = cast.roles[place];
  if (role === undefined || role.asked >= role.times) return;
  const { date, spread, share, thing } = role;
  const isOpen = share < 1 || (date === null ? spread.count > 1 : date.first < date.last);
  if (isOpen) draw(seed, run, thing + role.asked, words);
  const day =
    date === null
      ? addDays(from, daysDrawn(spread, words.second))
      : addDays(date.first, among(date.last - date.first + 1, words.second));
  if (day > LAST_DAY) return;
  role.asked += 1;
  const { due } = cast;
  due.places[due.length] = place;
  due.days[due.length] = day;
  due.luck[due.length] = words.first;
  due.length += 1;
}

/** Lets the act that comes next have its turn: by days, on one day by places, and of one act by who came first. */
function takeNext(cast: Cast, seed: number, run: number): void {
  const { due } = cast;
  const { places, days, luck } = due;
  let next = 0;
  for (let one = 1; one < due.length; one++) {
    const [day, first] = [days[one] ?? NEVER, days[next] ?? NEVER];
    if (day < first || (day === first && (places[one] ?? 0) < (places[next] ?? 0))) next = one;
  }
  const [place, day, word] = [places[next] ?? 0, days[next] ?? NEVER, luck[next] ?? 0];
  due.length -= 1;
  for (let one = next; one < due.length; one++) {
    places[one] = places[one + 1] ?? 0;
    days[one] = days[one + 1] ?? NEVER;
    luck[one] = luck[one + 1] ?? 0;
  }
  const role = cast.roles[place];
  if (role !== undefined && day <= role.until) happen(cast, seed, run, role, place, day, word);
}

function happen(
  cast: Cast,
  seed: number,
  run: number,
  role: Role,
  place: number,
  day: DayNumber,
  word: number,
): void {
  const answer = role.turns;
  role.turns += 1;
  if (!isIn(role.share, word)) return;
  for (const { track, tests } of role.checks) {
    advance(track, day);
    if (!allHold(tests, track.chart, track.at, track.context)) return;
  }
  const { happened } = cast;
  role.happened += 1;
  happened.places[happened.length] = place;
  happened.answers[happened.length] = answer;
  happened.days[happened.length] = day;
  happened.length += 1;
  for (const part of role.parts) takeHold(part, seed, run, answer, day);
  if (answer === 0) for (const follower of role.followers) put(cast, seed, run, follower, day);
  for (const { answeredBy } of role.parts) {
    for (const { place: other, after } of answeredBy)
      if (after === null || day > after) put(cast, seed, run, other, day);
  }
}

function takeHold(part: Part, seed: number, run: number, answer: number, told: DayNumber): void {
  const { lag, date, thing } = part;
  let day = told;
  if (lag !== null) {
    if (lag.count > 1) draw(seed, run, thing + answer, words);
    day = addDays(told, daysDrawn(lag, words.second));
  } else if (date !== null) {
    const { last } = date;
    const first = date.first ?? (told < last ? told : last);
    if (first < last && last !== NEVER) draw(seed, run, thing + answer, words);
    day = last === NEVER ? NEVER : addDays(first, among(last - first + 1, words.second));
  }
  if (day === NEVER) return;
  const entry = part.entries[answer] ?? part.entryOf(answer);
  part.entries[answer] = entry;
  entry.day = day;
  entry.told = told;
  assume(part.track, entry);
}

const LAST_DAY = dayNumberOf(9999, 12, 31);
