/** `chancery rates`: how often each event followed each status on record, and after how long. */
import { type Kind, kinds } from '../events/dossier.ts';
import { insteadOf } from '../nearest.ts';
import type { Knowledge } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { knowledgeAsked } from '../replay/world.ts';
import { heldOut } from '../simulation/hold-out.ts';
import { type RatesAsked as Count, ratesOf, watchOf } from '../simulation/rates.ts';
import { endOfRecord } from '../simulation/spells.ts';
import { type Day, type DayNumber, dayNumber, dayOf, earlier } from '../time/day.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, dayAsked, open, question, subjectsAsked } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { groupInWords, heldOutInWords, LEGEND } from './counted.ts';
import { entry } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What to count, and from which day on to try what was counted before it. */
export interface RatesAsked extends Omit<Asked, 'at' | 'scenario'> {
  readonly kind?: string | undefined;
  readonly within?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly holdOut?: string | undefined;
}

export async function rates(
  subjects: readonly string[],
  asked: RatesAsked,
  terminal: Terminal,
): Promise<void> {
  const opened = await open(asked.dossier, terminal);
  const { record, name, basis } = opened;
  const { at: _, ...knowledge } = question(asked, record, terminal);
  const count = countAsked(subjects, asked, record, knowledge, terminal.today);
  const watch = watchOf(record, knowledge, count);
  const since = sinceAsked(asked.holdOut, count, watch?.to ?? null);
  const groups = ratesOf(record, knowledge, count);
  const held = since === null ? null : { since, ...heldOut(record, knowledge, count, since) };
  const watched = {
    from: count.from === null ? null : dayOf(count.from),
    to: watch === null ? null : dayOf(watch.to),
  };
  const { within } = count;
  if (asked.json) {
    const scored = held === null ? {} : { heldOut: { ...held, since: dayOf(held.since) } };
    const about = { dossier: name, ...knowledgeAsked(knowledge), basis };
    printJson({ ...about, within, watched, rates: groups, ...scored }, terminal);
    return;
  }
  const from = watched.from === null ? 'up to' : `from ${watched.from} to`;
  const span = watched.to === null ? '' : `, ${from} ${watched.to}`;
  printHead(opened, `what followed within ${days(within)}${span}`, knowledge, terminal);
  terminal.out(
    groups.length === 0
      ? 'Nothing is on record that could be counted.\n'
      : groups.map((group) => groupInWords(group, count.subjects !== null, terminal)).join('\n'),
  );
  if (groups.length > 0) terminal.out(`\n${entry('', LEGEND, terminal, 0, 0)}`);
  if (held !== null) terminal.out(`\n${heldOutInWords(held, dayOf(held.since), terminal)}`);
}

function countAsked(
  subjects: readonly string[],
  asked: RatesAsked,
  record: EventRecord,
  knowledge: Knowledge,
  today: Day,
): Count {
  const [wanted, kind] = [subjectsAsked(subjects, record), kindAsked(asked.kind, record)];
  const other = wanted?.find((subject) => kind !== null && kindOf(record, subject) !== kind);
  if (other !== undefined)
    throw new BadInput([
      `--kind: ${other} is of kind ${kindOf(record, other)}, not ${kind}; leave one of them out`,
    ]);
  const within = withinAsked(asked.within);
  const from = asked.from === undefined ? null : dayAsked(asked.from, '--from', 'earliest');
  const to = toAsked(asked.to, today) ?? lastDay(record, knowledge, today);
  if (from !== null && to !== null && from > to)
    throw new BadInput([
      `--from: ${dayOf(from)} is after ${dayOf(to)}, where counting ends; write a day before it`,
    ]);
  return { subjects: wanted, kind, within, from, to };
}

/** Where nothing else is said, counting ends with the record, and today where that tells of days to come. */
function lastDay(record: EventRecord, knowledge: Knowledge, today: Day): DayNumber | null {
  const end = endOfRecord(record, knowledge);
  return end === null ? null : earlier(end, dayNumber(today));
}

function toAsked(text: string | undefined, today: Day): DayNumber | null {
  if (text === undefined) return null;
  const to = dayAsked(text, '--to', 'latest');
  if (to > dayNumber(today))
    throw new BadInput([`--to: ${dayOf(to)} is still to come; write today, ${today}, or a day before it`]);
  return to;
}

function kindAsked(text: string | undefined, record: EventRecord): Kind | null {
  if (text === undefined) return null;
  const known = kinds.find((kind) => kind === text);
  const there = kinds.filter((kind) =>
    Object.values(record.dossier.subjects).some((subject) => subject.kind === kind),
  );
  if (known !== undefined && there.includes(known)) return known;
  const what = known === undefined ? `no such kind: ${text}` : `no subject of kind ${text}`;
  throw new BadInput([`--kind: ${what}; ${insteadOf(text, there)}`]);
}

function withinAsked(text: string | undefined): number {
  if (text === undefined) return YEAR;
  const within = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (within < 1 || within > CENTURY)
    throw new BadInput([`--within: not a number of days: ${text}; write 1 to ${CENTURY}`]);
  return within;
}

function sinceAsked(text: string | undefined, { from }: Count, to: DayNumber | null): DayNumber | null {
  if (text === undefined) return null;
  const since = dayAsked(text, '--hold-out', 'earliest');
  if (to !== null && since > to)
    throw new BadInput([
      `--hold-out: ${dayOf(since)} is after ${dayOf(to)}, where counting ends; write a day before it`,
    ]);
  if (from !== null && since <= from)
    throw new BadInput([
      `--hold-out: ${dayOf(since)} leaves nothing to count since ${dayOf(from)}; write a later day`,
    ]);
  return since;
}

function days(n: number): string {
  return n === 1 ? 'a day' : `${n} days`;
}

const YEAR = 365;
/** As far as a scenario may look, in days. */
const CENTURY = 36_525;
