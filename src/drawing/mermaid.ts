/** The statechart of a kind in the language of Mermaid (https://mermaid.js.org/syntax/stateDiagram.html). */
import type { Kind } from '../events/dossier.ts';
import { type Arrow, isIn, type State, type Statechart, statechartOf, type Trigger } from './statechart.ts';
import { guardInWords, inWords } from './statechart-text.ts';

/**
 * A `stateDiagram-v2`. Regions are states of their own with `--` between them, so that they bear names. What a state
 * takes note of without being left stands in it, or in a note where other states lie in it. What leads from a state to
 * one within it begins at a choice there, since Mermaid knows no such arrow.
 */
export function mermaidOf(kind: Kind): string {
  const chart = statechartOf(kind);
  const { root } = chart;
  // Regions can only be parted within a state.
  const lines = root.type === 'parallel' ? blockOf(chart, root, kind) : insideOf(chart, root);
  return `${['---', `title: ${kind}`, '---', 'stateDiagram-v2', ...indented(lines)].join('\n')}\n`;
}

/** Where it begins, what leads where, and then the states with what lies within them. */
function insideOf(chart: Statechart, state: State): readonly string[] {
  const { path, initial, states } = state;
  const arrows = chart.arrows.filter(({ within }) => within === path);
  const parts = states.map((inner) => partOf(chart, inner));
  return [
    ...(arrows.some(({ from }) => from === path) ? [`state ${choiceIn(path)} <<choice>>`] : []),
    ...(initial === null ? [] : [`[*] --> ${idOf(initial)}`]),
    // Before the states: where Mermaid meets a state for the last time, there it lies.
    ...arrows.flatMap((arrow) => arrow.triggers.map((trigger) => transition(arrow, trigger))),
    ...(state.type === 'parallel'
      ? parts.flatMap((part, index) => (index === 0 ? part : ['--', ...part]))
      : parts.flat()),
  ];
}

function partOf(chart: Statechart, state: State): readonly string[] {
  const id = idOf(state.path);
  const name = escaped(inWords(state.key));
  const stays = state.stays.map((trigger) => `stays on ${labelOf(trigger)}`);
  if (state.type === 'simple') return [`state "${name}" as ${id}`, ...stays.map((line) => `${id} : ${line}`)];
  const note = stays.length === 0 ? [] : [`note right of ${id}`, ...indented(stays), 'end note'];
  return [...blockOf(chart, state, name), ...note];
}

function blockOf(chart: Statechart, state: State, name: string): readonly string[] {
  return [`state "${name}" as ${idOf(state.path)} {`, ...indented(insideOf(chart, state)), '}'];
}

function transition({ from, to }: Arrow, trigger: Trigger): string {
  return `${isIn(to, from) ? choiceIn(from) : idOf(from)} --> ${idOf(to)} : ${labelOf(trigger)}`;
}

function labelOf(trigger: Trigger): string {
  return escaped([trigger.type, guardInWords(trigger)].filter((part) => part !== '').join(' '));
}

/** A name of letters, digits and lines, as Mermaid has it; the chart as a whole is called chart. */
function idOf(path: string): string {
  return path === '' ? 'chart' : path.replaceAll(/[^A-Za-z0-9]/g, '_');
}

function choiceIn(path: string): string {
  return `from_${idOf(path)}`;
}

/** Signs that end a text in Mermaid, by their numbers. */
function escaped(text: string): string {
  return text.replaceAll(/[:;#"]/g, (sign) => `#${sign.charCodeAt(0)};`);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
