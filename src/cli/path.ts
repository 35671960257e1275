/** `chancery path`: the shortest sequences of events to a wanted state. */

import { knowledgeAsked } from '../replay/world.ts';
import type { Proposal } from '../simulation/next-proposals.ts';
import { LONGEST, type Paths, pathsTo } from '../simulation/path.ts';
import { doubtInWords } from '../telling/doubts.ts';
import { eventInWords } from '../telling/words.ts';
import { dayOf } from '../time/day.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, oneOf, open, question } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { entry } from './table.ts';
import type { Terminal } from './terminal.ts';

/** The wanted state, and how many events a way to it may have. */
export interface PathAsked extends Asked {
  readonly to: string;
  readonly steps?: string | undefined;
}

/** Tells the ways; the exit code is 1 where there are none. */
export async function path(subject: string, asked: PathAsked, terminal: Terminal): Promise<number> {
  const opened = await open(asked.dossier, terminal);
  const when = question(asked, opened.record, terminal);
  oneOf(subject, Object.keys(opened.record.dossier.subjects), 'subject');
  const steps = stepsAsked(asked.steps);
  const found = pathsTo(opened.record, subject, when, asked.to, steps);
  if (found.kind === 'problems') {
    throw new BadInput(found.problems.map(({ what, instead }) => `--to: ${what}; ${instead}`));
  }
  const { answer } = found;
  if (asked.json) {
    const { name, basis } = opened;
    const { subject: _, goal, paths, ...rest } = answer;
    printJson(
      {
        dossier: name,
        subject,
        at: dayOf(when.at),
        ...knowledgeAsked(when),
        basis,
        to: goal,
        paths: paths.map((way) => way.map(plainly)),
        ...rest,
      },
      terminal,
    );
  } else {
    printHead(opened, `${subject} from ${dayOf(when.at)} to ${asked.to}`, when, terminal);
    terminal.out(pathsInWords(answer, steps, terminal));
    for (const doubt of answer.uncertain) {
      terminal.out(entry('uncertain:', doubtInWords(opened.record, when, doubt), terminal, 0, 18));
    }
  }
  return answer.paths.length > 0 ? 0 : 1;
}

function stepsAsked(text: string | undefined): number {
  if (text === undefined) return LONGEST;
  if (!/^[1-9]\d?$/.test(text))
    throw new BadInput([`--steps: not a number of events: ${text}; write 1 to 99`]);
  return Number(text);
}

function plainly({ type, data }: Proposal) {
  return Object.keys(data).length === 0 ? { type } : { type, data };
}

/** The ways, or why there are none of up to so many events. */
export function pathsInWords({ paths, more, none }: Paths, steps: number, terminal: Terminal): string {
  if (none !== null) {
    const why =
      none.kind === 'at-all'
        ? 'There is no way at all: whatever happens, the rules lead to no such state from here.'
        : none.steps === 0
          ? 'There are too many ways to try; ask for fewer things at once.'
          : none.steps < steps
            ? `${noWayOf(none.steps)}Of longer ones there are too many to try; ask for fewer things at once.`
            : `${noWayOf(none.steps)}There may be a longer one; --steps allows more events.`;
    return entry('', why, terminal, 0, 0);
  }
  const [first = []] = paths;
  if (first.length === 0) return 'It is so already: nothing need happen.\n';
  const length = `${first.length} ${first.length === 1 ? 'event' : 'events'}`;
  const head =
    paths.length === 1
      ? `The shortest way, ${length}:`
      : `The ${more ? 'first ' : ''}${paths.length} shortest ways, ${length} each:`;
  const ways = paths.slice(0, TOLD).map((way, index) => {
    const steps = way.map(({ type, data }) => eventInWords(type, data));
    return entry(`${index + 1}`, steps.join(', then '), terminal, 0, 4);
  });
  const rest =
    paths.length > TOLD
      ? [entry('', `and ${paths.length - TOLD} more; --json tells them all`, terminal, 0, 4)]
      : [];
  return [`${head}\n`, ...ways, ...rest].join('');
}

function noWayOf(steps: number): string {
  return `There is no way of up to ${steps} ${steps === 1 ? 'event' : 'events'}. `;
}

/** More ways than these are told as JSON only. */
const TOLD = 20;
