/** The words of a statechart's picture, and how much room they take. */
import type { State, Trigger } from './statechart.ts';

/** Sizes of type, in pixels. */
const NAME_SIZE = 13;
const EVENT_SIZE = 11;

/** From one line of events to the next. */
export const LINE = 15;

/** A name of the rule book in plain words: `withMission` is with mission. */
export function inWords(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The guard of a trigger in the words of the rule book, `[within ceiling]`; empty where it has none. */
export function guardInWords({ guard, about }: Trigger): string {
  return guard === null ? '' : `[${inWords(guard)}${about === null ? '' : ` ${about}`}]`;
}

/** How wide the name of a state is, in bold as where it is active. */
export function nameWidth({ key }: State): number {
  return widthOf(inWords(key), NAME_SIZE) * BOLD;
}

/**
 * A label in lines: each an event, with its guard in the same line or, where that grows longer than so many pixels, in
 * one of its own.
 */
export function linesOf(triggers: readonly Trigger[], longest = LONGEST): readonly Line[] {
  return triggers.flatMap((trigger) => {
    const { type } = trigger;
    const guard = guardInWords(trigger);
    if (guard === '' || lineWidth({ type, guard }) <= longest) return [{ type, guard }];
    return [
      { type, guard: '' },
      { type: '', guard },
    ];
  });
}

/** A line of a label: an event, its guard or both; '' for what stands in another line. */
export interface Line {
  readonly type: string;
  readonly guard: string;
}

/** The room that a label takes. */
export function labelHeight(triggers: readonly Trigger[], longest = LONGEST): number {
  return linesOf(triggers, longest).length * LINE + 4;
}

export function labelWidth(triggers: readonly Trigger[], longest = LONGEST): number {
  return Math.ceil(Math.max(0, ...linesOf(triggers, longest).map(lineWidth)) + 6);
}

function lineWidth({ type, guard }: Line): number {
  const [event, said] = [widthOf(`✓ ${type}`, EVENT_SIZE) * BOLD, widthOf(guard, EVENT_SIZE)];
  return type === '' ? said : guard === '' ? event : event + GAP + said;
}

/** How long a line in a state's head may grow: where other states lie below it there is room. */
export function longestIn({ type }: State): number {
  return type === 'simple' ? LONGEST : Number.POSITIVE_INFINITY;
}

/** Room between event and guard. */
export const GAP = 5;

/** No line is longer, where a guard can stand on its own. */
const LONGEST = 230;

/**
 * The width of a text, as wide as the widest of the faces in which it may be shown (DejaVu Sans): what fits with it fits
 * with the others.
 */
function widthOf(text: string, size: number): number {
  const thousandths = [...text].reduce((sum, sign) => sum + (widths.get(sign) ?? WIDEST), 0);
  return (thousandths * size) / 1000;
}

const BOLD = 1.13;
const WIDEST = 990;
const widths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    "ijlI'": 280,
    ' .,:': 340,
    '-f/[]t': 390,
    r: 415,
    sz: 525,
    c: 550,
    kvxy: 595,
    aeoé: 615,
    bdghnpqu0123456789: 636,
    w: 820,
    m: 975,
  }).flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)),
);
