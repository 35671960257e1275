import { describe, expect, test } from 'vitest';
import { and, assign, createMachine, not, or, raise, stateIn } from 'xstate';
import { refuseOutsideSubset } from '../../src/replay/subset.ts';

const EVEN = { type: 'even', params: { of: 2 } };
const NOTE = { type: 'note', params: { id: 1 } };
const yes = () => true;
const changes = { note: () => {}, count: () => {} };

describe('a chart is compiled', () => {
  test.each<[name: string, state: object]>([
    [
      'with guards by name, with and without parameters',
      {
        on: {
          go: [
            { guard: 'even', actions: 'note' },
            { guard: EVEN, target: '#chart.b' },
          ],
        },
      },
    ],
    [
      'with guards made of others',
      { on: { go: { guard: and(['even', not(EVEN), or(['even', stateIn('#chart.b')])]), actions: [NOTE] } } },
    ],
    [
      'with changes on the way in and out, and on transitions without an event',
      { entry: 'note', exit: [NOTE], always: { target: '#chart.b', actions: ['count'] } },
    ],
    [
      'with final states, and what follows on them',
      { initial: 'd', states: { d: { type: 'final' } }, onDone: { target: '#chart.b', actions: 'note' } },
    ],
    [
      'with a guard on any event, where no state within another is final',
      { initial: 'd', states: { d: {} }, on: { '*': { guard: 'even', target: '#chart.b' } } },
    ],
    [
      'with a guard on an event by name, where a state within another is final',
      { initial: 'd', states: { d: { type: 'final' } }, on: { go: { guard: 'even', target: '#chart.b' } } },
    ],
  ])('%s', (_, state) => {
    expect(refusal({ states: { a: state, b: {} } })).toBeNull();
  });

  test('with a guard on any event, where only the whole chart can come to an end', () => {
    const a = { on: { '*': { guard: 'even', target: 'b' } } };
    expect(refusal({ states: { a, b: { type: 'final' } } })).toBeNull();
  });

  test('with an assignment in the place of a change', () => {
    expect(
      refusal({ states: { a: { entry: 'note' }, b: {} } }, { actions: { note: assign({}) } }),
    ).toBeNull();
  });
});

describe('a chart is refused', () => {
  test.each<[says: string, state: object]>([
    ['the state a uses invoke', { invoke: { src: 'somebody' } }],
    ['the state a uses after', { after: { 1000: 'b' } }],
    ['the state a.c uses output', { initial: 'c', states: { c: { type: 'final', output: {} } } }],
    [
      'the state a.c.d uses history',
      { initial: 'c', states: { c: { initial: 'e', states: { e: {}, d: { type: 'history' } } } } },
    ],
    ['the state a uses an eventless transition with a guard', { always: [{ guard: 'even', target: 'b' }] }],
    [
      'the state a uses the action unheard, of which no change is given',
      { always: { target: 'b', actions: 'unheard' } },
    ],
    ['the state a uses the action toString, of which no change is given', { exit: 'toString' }],
    ['the state a uses raise without a name', { entry: ['note', raise({ type: 'go' })] }],
    ['the state a uses an action without a name', { on: { go: { actions: [() => {}] } } }],
    ['the state a uses reckoned parameters of the action note', { entry: { type: 'note', params: yes } }],
    ['the state a uses raise in the action shout', { exit: 'shout' }],
    ['the state a uses a guard without a name', { on: { go: { guard: yes } } }],
    ['the state a uses a guard without a name', { on: { go: { guard: or(['even', not(and([yes]))]) } } }],
    [
      'the state a uses reckoned parameters of the guard even',
      { on: { go: [{ guard: 'even' }, { guard: { type: 'even', params: yes } }] } },
    ],
    [
      'the state a uses reckoned parameters of the guard even',
      { on: { go: { guard: not({ type: 'even', params: yes }) } } },
    ],
    [
      'the state a uses a guard on xstate.done.state.chart.a, which the event of a final state meets',
      { initial: 'c', states: { c: { type: 'final' } }, onDone: { guard: 'even', target: 'b' } },
    ],
    [
      'the state a uses a guard on *, which the event of a final state meets',
      {
        on: { '*': { guard: 'even' } },
        initial: 'c',
        states: { c: { initial: 'd', states: { d: { type: 'final' } } } },
      },
    ],
  ])('where %s', (says, state) => {
    const told = refusal({ states: { a: state, b: {} } }, { actions: { shout: raise({ type: 'go' }) } });
    expect(told).toBe(`chart: ${says}, which cannot be compiled`);
  });

  test('where the root state uses it', () => {
    const states = { a: {}, b: {} };
    expect(refusal({ states, entry: 'unheard' })).toBe(
      'chart: the root state uses the action unheard, of which no change is given, which cannot be compiled',
    );
    expect(refusal({ states, on: { go: { guard: yes } } })).toBe(
      'chart: the root state uses a guard without a name, which cannot be compiled',
    );
  });

  test.each([
    ['a guard without a name', and(['even', not(yes)])],
    ['reckoned parameters of the guard even', or([{ type: 'even', params: yes }])],
  ])('where one of its guards uses %s', (feature, made) => {
    expect(refusal({ states: { a: {}, b: {} } }, { guards: { even: yes, made } })).toBe(
      `chart: the guard made uses ${feature}, which cannot be compiled`,
    );
  });
});

/** Why a chart cannot be compiled; null where it can. */
function refusal(config: object, implementations: object = {}): string | null {
  const machine = createMachine(
    { id: 'chart', initial: 'a', ...config } as never,
    {
      guards: { even: yes },
      ...implementations,
    } as never,
  );
  try {
    refuseOutsideSubset(machine, { ...changes, shout: () => {} });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
