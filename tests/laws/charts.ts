/**
 * Statecharts drawn at random from all that can be compiled: states within states and side by side, final states, entry
 * and exit actions, guards alone and combined, wildcards, reentry, and transitions without an event. Every transition
 * notes its number, and so do entries and exits: the notes tell what was taken, and in which order everything ran.
 */
import fc from 'fast-check';
import { produce } from 'immer';
import {
  type AnyStateMachine,
  and,
  assign,
  createMachine,
  type EventObject,
  type MachineContext,
  not,
  or,
  stateIn,
} from 'xstate';
import type { Change } from '../../src/replay/inquiry.ts';

/** What a drawn chart remembers. */
export interface Memory extends MachineContext {
  level: number;
  notes: (number | string)[];
}

/** A drawn chart; where a test fails it is shown as the configuration of its machine. */
export interface DrawnChart {
  readonly machine: AnyStateMachine;
}

/** The events that drawn charts are sent; some have no place in any state. */
export const anySignal: fc.Arbitrary<EventObject> = fc
  .constantFrom('go', 'door.open', 'door.shut', 'door.lock.turn', 'nothing')
  .map((type) => ({ type }));

/** The changes that their actions make, by name. */
export const changes = {
  note: (draft: Memory, _: EventObject, { id }: { readonly id: number }) => {
    draft.notes.push(id);
  },
  climb: (draft: Memory) => {
    draft.level = (draft.level + 1) % 4;
  },
  tell: (draft: Memory, { type }: EventObject) => {
    draft.notes.push(type);
  },
} satisfies Readonly<Record<string, Change>>;

interface Question {
  readonly context: Memory;
}

/** What their guards look at, by name. */
export const guards = {
  atLeast: ({ context }: Question, { level }: { readonly level: number }) => context.level >= level,
  even: ({ context }: Question) => context.level % 2 === 0,
};

/** Any chart of the subset. */
export const anyChart = drawn({ isPlain: false });

/** A chart in which states side by side know nothing of each other: no ends, wildcards, steps or looks at states. */
export const anyPlainChart = drawn({ isPlain: true });

function drawn({ isPlain }: { readonly isPlain: boolean }): fc.Arbitrary<DrawnChart> {
  const picks = fc.array(fc.nat(999), { minLength: 80, maxLength: 80 });
  return fc.record({ root: anyShape(3, isPlain), picks }).map(({ root, picks }) => {
    const config = configOf(root, picks, isPlain);
    // XState would have the implementations in the types of this one configuration.
    const implementations = { guards: { ...guards, both: and(['even', high(1)]) }, actions } as never;
    const machine = createMachine(config, implementations);
    return { machine, [fc.toStringMethod]: () => configInWords(machine) };
  });
}

/** The configuration of a machine as text, combined guards with those that they combine. */
export function configInWords({ config }: AnyStateMachine): string {
  return JSON.stringify(
    config,
    (_, value: unknown) => {
      if (typeof value !== 'function') return value;
      if ('guards' in value) return { [value.name]: value.guards };
      return 'stateValue' in value ? { stateIn: value.stateValue } : value.name;
    },
    1,
  );
}

/** The changes as XState runs them. */
const actions = Object.fromEntries(
  Object.entries<Change>(changes).map(([name, change]) => [
    name,
    assign(({ context, event }, params) =>
      produce(context, (draft: unknown) => Reflect.apply(change, null, [draft, event, params])),
    ),
  ]),
);

/** The tree of states alone. */
interface Shape {
  readonly type: 'atomic' | 'final' | 'compound' | 'parallel';
  readonly inner: readonly Shape[];
}

function anyShape(depth: number, isPlain: boolean): fc.Arbitrary<Shape> {
  const simple: fc.Arbitrary<Shape> = fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.constant({ type: 'atomic' as const, inner: [] }) },
    { weight: isPlain ? 0 : 1, arbitrary: fc.constant({ type: 'final' as const, inner: [] }) },
  );
  const state =
    depth === 1
      ? simple
      : fc.oneof(
          { withCrossShrink: true },
          { weight: 2, arbitrary: simple },
          { weight: 2, arbitrary: anyShape(depth - 1, isPlain) },
        );
  const region = fc
    .array(state, { minLength: 1, maxLength: 3 })
    .map((inner): Shape => ({ type: 'compound', inner }));
  const regions = fc
    .array(region, { minLength: 2, maxLength: 3 })
    .map((inner): Shape => ({ type: 'parallel', inner }));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: region },
    { weight: 2, arbitrary: regions },
  );
}

/** A state with its place in the order of the chart, and the place after all that is in it. */
interface Place {
  readonly shape: Shape;
  readonly number: number;
  readonly end: number;
  readonly inner: readonly Place[];
}

function placed(shape: Shape, number: number): Place {
  let end = number + 1;
  const inner = shape.inner.map((one) => {
    const place = placed(one, end);
    end = place.end;
    return place;
  });
  return { shape, number, end, inner };
}

/** The configuration of a machine with these states, all else decided by the picks in turn. */
function configOf(shape: Shape, picks: readonly number[], isPlain: boolean) {
  const root = placed(shape, 0);
  let drawn = 0;
  let notes = 0;
  return { ...stateOf(root, null), context: { level: 0, notes: [] } };

  function pick(most: number): number {
    const number = picks[drawn % picks.length] ?? 0;
    drawn += 1;
    return number % most;
  }

  function stateOf(place: Place, after: Place | null): object {
    const {
      shape: { type },
      number,
      inner,
    } = place;
    const [first] = inner;
    return {
      id: `s${number}`,
      ...(type === 'parallel' || type === 'final' ? { type } : {}),
      ...(type === 'compound' && first !== undefined ? { initial: `s${first.number}` } : {}),
      ...(inner.length === 0
        ? {}
        : {
            states: Object.fromEntries(
              inner.map((one, index) => {
                const next = type === 'compound' ? (inner[index + 1] ?? null) : null;
                return [`s${one.number}`, stateOf(one, next)];
              }),
            ),
          }),
      entry: pick(3) === 0 ? noted('climb') : [],
      exit: pick(3) === 0 ? noted('tell') : [],
      ...(type === 'final' ? {} : { on: transitions() }),
      // Only ever onwards, so that it comes to an end.
      ...(after !== null && type === 'atomic' && pick(6) === 0 && !isPlain
        ? { always: [{ target: `#s${after.number}`, actions: noted() }] }
        : {}),
      ...(after !== null && inner.length > 0 && pick(2) === 0
        ? { onDone: [{ target: `#s${after.number}`, actions: noted('tell') }] }
        : {}),
    };
  }

  function transitions() {
    // A wildcard would take the event of a final state too, for ever.
    const all = hasInnerEnd(root) ? [] : ['*'];
    const some = isPlain ? ['door.shut', 'door.lock.turn'] : ['door.*', 'door.lock.*', ...all];
    const descriptors = ['go', 'door.open', ...some].filter(() => pick(3) === 0);
    return Object.fromEntries(
      descriptors.map((descriptor) => [descriptor, Array.from({ length: 1 + pick(2) }, transitionOf)]),
    );
  }

  function transitionOf(): object {
    const guard = guardOf();
    return {
      ...(guard === null ? {} : { guard }),
      ...(pick(4) === 0 ? {} : { target: `#s${1 + pick(root.end - 1)}` }),
      ...(pick(4) === 0 ? { reenter: true } : {}),
      actions: noted(...(pick(3) === 0 ? ['climb'] : [])),
    };
  }

  function guardOf() {
    switch (pick(9)) {
      case 0:
        return 'even';
      case 1:
        return high(1 + pick(3));
      case 2:
        return not('even');
      case 3:
        return and(['even', not(high(2))]);
      case 4:
        return or([high(3), 'both']);
      case 5:
        return isPlain ? 'both' : and([stateIn(`#s${pick(root.end)}`), 'even']);
      default:
        return null;
    }
  }

  function noted(...others: readonly string[]) {
    notes += 1;
    return [{ type: 'note', params: { id: notes } }, ...others];
  }
}

/** Whether some state within another can come to its end. */
function hasInnerEnd({ inner }: Place): boolean {
  return inner.some((place) => place.inner.some(({ shape }) => shape.type === 'final') || hasInnerEnd(place));
}

function high(level: number) {
  return { type: 'atLeast', params: { level } } as const;
}
