/** How each status looks: a tone and a texture, so that no status is told by colour alone. */

/** What a status means for the subject, as far as a colour can tell. */
export type Tone = 'works' | 'part' | 'halted' | 'ended' | 'none';

/** The look of a bar. `level` is a bar that is filled from below up to a share of its height. */
export interface Look {
  readonly tone: Tone;
  readonly texture: 'nothing' | 'solid' | 'hatch' | 'sparse' | 'dots' | 'hollow' | 'level';
  /** How much of its height is filled. */
  readonly filled: number;
  /** Whether what fills it is dotted: for representation by somebody who resides elsewhere. */
  readonly dotted: boolean;
}

/** The look of a status; a word that none of the rule books has looks hollow. */
export function lookOf(status: string): Look {
  return looks.get(status) ?? hollow;
}

/** Every status that has a look of its own. */
export function statusesDrawn(): readonly string[] {
  return [...looks.keys()];
}

const nothing = look('none', 'nothing', 0);
const solid = look('works', 'solid', 1);
const hollow = look('ended', 'hollow', 0);

const looks: ReadonlyMap<string, Look> = new Map([
  ['absent', nothing],
  ['operating', solid],
  ['suspended', look('halted', 'hatch', 1)],
  ['closed', hollow],
  ['none', nothing],
  ['established', solid],
  ['broken-off', hollow],
  ['offered', look('part', 'dots', 1)],
  ['designated', solid],
  ['ended', hollow],
  ['active', solid],
  ['partly-suspended', look('part', 'sparse', 1)],
  ['interests-section', look('works', 'level', 1 / 8)],
  ['liaison-office', look('works', 'level', 2 / 8)],
  ['consul-nonresident', look('works', 'level', 3 / 8, true)],
  ['consulate', look('works', 'level', 4 / 8)],
  ['envoy-nonresident', look('works', 'level', 5 / 8, true)],
  ['legation', look('works', 'level', 6 / 8)],
  ['ambassador-nonresident', look('works', 'level', 7 / 8, true)],
  ['embassy', solid],
]);

function look(tone: Tone, texture: Look['texture'], filled: number, dotted = false): Look {
  return { tone, texture, filled, dotted };
}
