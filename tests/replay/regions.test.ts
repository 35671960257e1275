import { describe, expect, test } from 'vitest';
import { createMachine, type StateValue } from 'xstate';
import { regions, regionsAbove, regionsOf, type StateNode } from '../../src/replay/regions.ts';

const { root } = createMachine({
  id: 'chart',
  initial: 'absent',
  states: {
    absent: {},
    present: {
      initial: 'open',
      states: {
        open: {
          type: 'parallel',
          states: {
            door: {
              initial: 'shut',
              states: { shut: {}, ajar: { initial: 'little', states: { little: {}, much: {} } } },
            },
            light: {
              initial: 'off',
              states: {
                off: {},
                on: { type: 'parallel', states: { lamp: { initial: 'low', states: { low: {} } } } },
              },
            },
            bell: {},
          },
        },
        shut: {},
      },
    },
  },
});

describe('the regions of a state', () => {
  test.each<[StateValue, readonly (readonly [string, string])[]]>([
    ['absent', [['state', 'absent']]],
    [{ present: 'shut' }, [['state', 'present.shut']]],
    [
      { present: { open: { door: { ajar: 'much' }, light: 'off', bell: {} } } },
      [
        ['state', 'present.open'],
        ['state.door', 'ajar.much'],
        ['state.light', 'off'],
      ],
    ],
    [
      { present: { open: { door: 'shut', light: { on: { lamp: 'low' } }, bell: {} } } },
      [
        ['state', 'present.open'],
        ['state.door', 'shut'],
        ['state.light', 'on'],
        ['state.light.lamp', 'low'],
      ],
    ],
  ])('%j', (value, fields) => {
    expect([...regions(root, value)]).toEqual(fields);
  });

  test('of a chart whose root parts at once are those of its parts alone', () => {
    const parallel = createMachine({
      type: 'parallel',
      states: { a: { initial: 'b', states: { b: {} } }, c: {} },
    });
    expect([...regions(parallel.root, { a: 'b', c: {} })]).toEqual([['state.a', 'b']]);
    expect(regionsOf(parallel.root)).toEqual(['state.a']);
    expect(Object.values(parallel.root.states).map(regionsAbove)).toEqual([[], []]);
  });

  test('cannot be told of a state that the chart has not', () => {
    expect(() => regions(root, 'gone')).toThrow('no state gone in chart');
  });
});

test('a state is active only where the regions above it are as they are, outermost first', () => {
  expect(regionsAbove(root)).toEqual([]);
  expect(regionsAbove(at('absent'))).toEqual(['state']);
  expect(regionsAbove(at('present', 'shut'))).toEqual(['state']);
  expect(regionsAbove(at('present', 'open', 'bell'))).toEqual(['state']);
  expect(regionsAbove(at('present', 'open', 'door', 'ajar', 'much'))).toEqual(['state', 'state.door']);
  expect(regionsAbove(at('present', 'open', 'light', 'on', 'lamp', 'low'))).toEqual([
    'state',
    'state.light',
    'state.light.lamp',
  ]);
});

test('every region of a chart has a field, active or not', () => {
  expect(regionsOf(root)).toEqual(['state', 'state.door', 'state.light', 'state.light.lamp']);
});

function at(...path: readonly string[]): StateNode {
  return path.reduce((node, key) => {
    const inner = node.states[key];
    if (inner === undefined) throw new Error(`the test names no state: ${key}`);
    return inner;
  }, root as StateNode);
}
