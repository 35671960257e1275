import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnyStateMachine,
  and,
  assign,
  createMachine,
  type EventObject,
  getInitialSnapshot,
  not,
  raise,
  transition,
} from 'xstate';
import { compile } from '../../src/replay/compile.ts';
import { anyChart, anySignal, changes, configInWords, guards, type Memory } from './charts.ts';
import { law } from './law.ts';

const anyCourse = fc.array(anySignal, { maxLength: 12, size: 'max' });

describe('law 7: a compiled chart equals XState', () => {
  law(
    7,
    'any chart of the subset goes where transition() goes, with the same context, and asks the same guards',
    { runs: 600 },
    fc.property(anyChart, anyCourse, ({ machine }, events) => {
      const compiled = compile(machine, changes);
      let theirs = getInitialSnapshot(machine);
      let at = compiled.initial;
      const context = structuredClone(compiled.initialContext);
      expect({ value: at.value, context }).toEqual({ value: theirs.value, context: theirs.context });
      for (const event of events) {
        const heard = guardsAsked(machine, theirs, event);
        const before = theirs.context;
        [theirs] = transition(machine, theirs, event);

        const { kind, to, calls, asked } = compiled.decide(at, context, event);
        for (const call of calls) call.change(context, call.event ?? event, call.params);
        at = to;
        expect({ value: at.value, context }).toEqual({ value: theirs.value, context: theirs.context });
        if (at.status === 'active') expect(compiled.configuration(theirs.value)).toBe(at);
        // Every transition leaves a note.
        const applied = theirs.context !== before;
        expect(kind).toBe(applied ? 'applied' : heard.size > 0 ? 'refused' : 'not-applicable');
        expect(new Set(asked)).toEqual(heard);
      }
    }),
  );
});

test('drawn charts are lively: every kind of state, every verdict, guards of every make, events of their own', () => {
  const features = [
    'parallel',
    'final',
    'always',
    'onDone',
    '"*"',
    'reenter',
    '"not"',
    '"and"',
    '"or"',
    '"stateIn"',
  ];
  const seen = new Set<string>();
  for (const [{ machine }, events] of fc.sample(fc.tuple(anyChart, anyCourse), { numRuns: 300, seed: 1 })) {
    const compiled = compile(machine, changes);
    const context = structuredClone(compiled.initialContext);
    let at = compiled.initial;
    for (const event of events) {
      const { kind, to, calls, asked } = compiled.decide(at, context, event);
      seen.add(kind).add(to.status);
      if (asked.length > 1) seen.add('several guards');
      if (calls.some((call) => call.event !== null)) seen.add('an event of its own');
      for (const call of calls) call.change(context, call.event ?? event, call.params);
      at = to;
    }
    const config = configInWords(machine);
    for (const word of features) if (config.includes(word)) seen.add(word);
  }
  const kinds = [
    'applied',
    'refused',
    'not-applicable',
    'active',
    'done',
    'several guards',
    'an event of its own',
  ];
  expect([...kinds, ...features].filter((word) => !seen.has(word))).toEqual([]);
});

describe('what cannot be compiled is refused, by machine, state and feature', () => {
  const note = { type: 'note', params: { id: 1 } };
  const yes = () => true;

  test.each<[feature: string, state: object]>([
    ['invoke', { invoke: { src: 'somebody' } }],
    ['after', { after: { 1000: '#chart.b' } }],
    ['history', { initial: 'd', states: { d: { on: { go: 'h' } }, h: { type: 'history' } } }],
    ['output', { initial: 'd', states: { d: { type: 'final', output: 1 } } }],
    ['an eventless transition with a guard', { always: { guard: 'even', target: '#chart.b' } }],
    ['a guard without a name', { on: { go: { guard: yes, target: '#chart.b' } } }],
    ['a guard without a name', { on: { go: { guard: and(['even', not(yes)]), target: '#chart.b' } } }],
    [
      'reckoned parameters of the guard atLeast',
      { on: { go: { guard: { type: 'atLeast', params: () => ({ level: 1 }) }, target: '#chart.b' } } },
    ],
    [
      'a guard on xstate.done.state.chart.a.c, which the event of a final state meets',
      { initial: 'd', states: { d: { type: 'final' } }, onDone: { guard: 'even', target: '#chart.b' } },
    ],
    ['assign without a name', { entry: assign({}) }],
    ['an action without a name', { exit: () => {} }],
    ['raise without a name', { on: { go: { actions: raise({ type: 'door.open' }) } } }],
    ['raise in the action shout', { on: { go: { actions: 'shout' } } }],
    ['the action unheard, of which no change is given', { on: { go: { actions: ['unheard'] } } }],
    [
      'reckoned parameters of the action note',
      { on: { go: { actions: { type: 'note', params: () => ({ id: 1 }) } } } },
    ],
  ])('%s', (feature, state) => {
    const config = {
      id: 'chart',
      initial: 'a',
      states: { a: { initial: 'c', states: { c: state } }, b: {} },
    };
    const implementations = { guards, actions: { shout: raise({ type: 'go' }) } } as never;
    const machine = createMachine(config, implementations);
    expect(() => compile(machine, { ...changes, shout: () => {} })).toThrow(
      new RegExp(`^chart: the state a\\.c(\\.[dh])? uses ${feature}, which cannot be compiled$`),
    );
  });

  test('a guard on a wildcard, where a state within another is final', () => {
    const inner = { initial: 'd', states: { d: { type: 'final' as const } } };
    const states = { a: { ...inner, on: { '*': { guard: 'even', target: '#chart.b' } } }, b: {} };
    const machine = createMachine({ id: 'chart', initial: 'a', states }, { guards } as never);
    expect(() => compile(machine, changes)).toThrow(
      'chart: the state a uses a guard on *, which the event of a final state meets, which cannot be compiled',
    );
  });

  test('a named guard with reckoned parameters in it', () => {
    const reckoned = and([{ type: 'atLeast', params: () => ({ level: 1 }) }]);
    const machine = createMachine({ id: 'chart', initial: 'a', states: { a: { entry: [note] } } }, {
      guards: { ...guards, reckoned },
    } as never);
    expect(() => compile(machine, changes)).toThrow(
      'chart: the guard reckoned uses reckoned parameters of the guard atLeast, which cannot be compiled',
    );
  });
});

/** The guards by name that XState asks when it is sent an event. */
function guardsAsked(
  machine: AnyStateMachine,
  {
    value,
    context,
  }: { readonly value: ReturnType<typeof getInitialSnapshot>['value']; readonly context: Memory },
  event: EventObject,
): ReadonlySet<string> {
  const heard = new Set<string>();
  const listening = Object.entries(guards).map(([name, guard]) => [
    name,
    (question: unknown, params: unknown) => {
      heard.add(name);
      return Reflect.apply(guard, null, [question, params]);
    },
  ]);
  const heeding = machine.provide({ guards: Object.fromEntries(listening) });
  transition(heeding, heeding.resolveState({ value, context }), event);
  return heard;
}
