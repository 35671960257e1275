import { describe, expect, test } from 'vitest';
import { and, createMachine, not, stateIn } from 'xstate';
import { scopes } from '../../src/replay/scope.ts';

describe('what has a say in an event', () => {
  test('of regions side by side only those that know the event', () => {
    const scope = scopeIn({ on: { turn: 'b' }, exit: 'wave' }, { on: { shut: 'd' } });
    expect(scope('turn')).toEqual(['one.a']);
    expect(scope('shut')).toEqual(['two.c']);
    expect(scope('fly')).toEqual([]);
  });

  test('a state that does something when the event takes it away', () => {
    const states = { a: { exit: 'wave' }, b: {} };
    const root = createMachine({
      id: 'chart',
      initial: 'in',
      states: {
        in: { type: 'parallel', on: { close: 'out' }, states: { one: { initial: 'a', states }, two: {} } },
        out: { exit: 'wave' },
      },
    }).root;
    const named = scopes(root)('close').states.map(({ path }) => path.join('.'));
    expect(named).toEqual(['in', 'in.one.a', 'out']);
  });

  test.each<[feature: string, region: object]>([
    ['an end', { type: 'final' }],
    ['a step of its own', { always: 'b' }],
    ['a wildcard', { on: { 'turn.*': 'b' } }],
  ])('every state for every event, where somewhere there is %s', (_, region) => {
    const scope = scopeIn(region, {});
    expect(scope('turn')).toEqual(['', 'one', 'one.a', 'one.b', 'two', 'two.c', 'two.d']);
    expect(scope('fly')).toEqual(scope('turn'));
  });

  test.each<[feature: string, region: object]>([
    ['a look at what is active', { on: { turn: { guard: stateIn('#chart.two'), target: 'b' } } }],
    [
      'such a look within another guard',
      { on: { turn: { guard: and(['even', not(stateIn('#chart.two'))]), target: 'b' } } },
    ],
    ['such a look by name', { on: { turn: { guard: 'besideTwo', target: 'b' } } }],
    ['such a look by name, with parameters', { on: { turn: { guard: { type: 'besideTwo' }, target: 'b' } } }],
  ])('every state, for the event that comes with %s', (_, region) => {
    const scope = scopeIn(region, { on: { shut: 'd' } });
    expect(scope('turn')).toEqual(['', 'one', 'one.a', 'one.b', 'two', 'two.c', 'two.d']);
    expect(scope('shut')).toEqual(['two.c']);
  });

  test('every state, where transitions of two regions lead out of both', () => {
    const out = { target: '#chart.one.b' };
    const scope = scopeIn({ on: { turn: { ...out } } }, { on: { turn: { ...out }, shut: 'd' } });
    expect(scope('turn')).toHaveLength(7);
    expect(scope('shut')).toEqual(['two.c']);
  });
});

describe('what a transition leaves', () => {
  const { root } = createMachine({
    id: 'chart',
    type: 'parallel',
    states: {
      one: {
        initial: 'a',
        states: { a: { on: { turn: 'b', stay: {}, again: { target: 'a', reenter: true } } }, b: {} },
        on: { down: '.b', anew: { target: '.b', reenter: true } },
      },
      two: { initial: 'c', states: { c: {} } },
    },
  });

  test.each<[type: string, left: readonly string[]]>([
    ['turn', ['one.a', 'one.b']],
    ['stay', []],
    ['again', ['one.a', 'one.b']],
    ['down', ['one.a', 'one.b']],
    ['anew', ['one', 'one.a', 'one.b', 'two', 'two.c']],
  ])('%s', (type, left) => {
    const nodes = [root, ...inner(root)];
    const [transition] = nodes.flatMap((node) => node.transitions.get(type) ?? []);
    if (transition === undefined) throw new Error(`no state knows ${type}`);
    const { leaves } = scopes(root)(type);
    const found = nodes.filter((node) => leaves(transition, node)).map(({ path }) => path.join('.'));
    expect(found).toEqual(left);
  });
});

type Node = ReturnType<typeof createMachine>['root'];

function inner(node: Node): readonly Node[] {
  return Object.values(node.states).flatMap((state) => [state, ...inner(state)]);
}

/** The states with a say, in a chart of two regions whose first states are these. */
function scopeIn(a: object, c: object) {
  const machine = createMachine(
    {
      id: 'chart',
      type: 'parallel',
      states: {
        one: { initial: 'a', states: { a, b: {} } },
        two: { initial: 'c', states: { c, d: {} } },
      },
    },
    { guards: { even: () => true, besideTwo: stateIn('#chart.two') } } as never,
  );
  const scope = scopes(machine.root);
  return (type: string) => scope(type).states.map(({ path }) => path.join('.'));
}
