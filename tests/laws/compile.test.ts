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
import { anyChart, anyPlainChart, anySignal, changes, configInWords, guards, type Memory } from './charts.ts';
import { law } from './law.ts';

const anyCourse = fc.array(anySignal, { maxLength: 12, size: 'max' });

describe('law 7: a compiled chart equals XState', () => {
  for (const [which, charts] of [
    ['any chart of the subset', anyChart],
    ['any chart whose regions know nothing of each other', anyPlainChart],
  ] as const) {
    law(
      7,
      `${which} goes where transition() goes, with the same context, and asks the same guards`,
      { runs: 400 },
      fc.property(charts, anyCourse, ({ machine }, events) => {
        const compiled = compile(machine, changes);
        let theirs = getInitialSnapshot(machine);
        let at = compiled.initial;
        const context = structuredClone(compiled.initialContext);
        expect({ value: at.value, context }).toEqual({ value: theirs.value, context: theirs.context });
        for (const event of events) {
          const heard = guardsAsked(machine, theirs, event);
          const before = theirs.context;
          [theirs] = transition(machine, theirs, event);

          const verdict = compiled.decide(at.number, compiled.typeNumber(event.type), context, event);
          const { kind, calls, asked } = verdict;
          for (const call of calls) call.change(context, call.event ?? event, call.params);
          at = compiled.numbered(compiled.after(at.number, verdict));
          expect({ value: at.value, context }).toEqual({ value: theirs.value, context: theirs.context });
          if (at.status === 'active') expect(compiled.configuration(theirs.value)).toBe(at);
          // Every transition leaves a note.
          const applied = theirs.context !== before;
          expect(kind).toBe(applied ? 'applied' : heard.size > 0 ? 'refused' : 'not-applicable');
          expect(new Set(asked)).toEqual(heard);
        }
      }),
    );
  }

  test('of a thousand ways in which regions combine, XState is asked only about the region that has a say', () => {
    const region = { initial: 'a', states: { a: { on: { go: 'b', turn: 'a' } }, b: { on: { go: 'a' } } } };
    const states = Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [
        `r${n}`,
        JSON.parse(JSON.stringify(region).replaceAll('go', `go${n}`)),
      ]),
    );
    const machine = createMachine({ id: 'chart', type: 'parallel', states });
    const compiled = compile(machine, {});
    const verdicts = new Set<unknown>();
    const reached = new Set<unknown>();
    let at = compiled.initial;
    // Gray's code: each step turns one region, and all combinations are met.
    for (let step = 1; step < 1024; step++) {
      const type = `go${31 - Math.clz32(step & -step)}`;
      const verdict = compiled.decide(at.number, compiled.typeNumber(type), {}, { type });
      verdicts.add(verdict);
      at = compiled.numbered(compiled.after(at.number, verdict));
      reached.add(at);
    }
    expect(reached.size).toBe(1023);
    // The last region turns only once.
    expect(verdicts.size).toBe(2 * 10 - 1);
  });
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
      const verdict = compiled.decide(at.number, compiled.typeNumber(event.type), context, event);
      const { kind, calls, asked } = verdict;
      at = compiled.numbered(compiled.after(at.number, verdict));
      seen.add(kind).add(at.status);
      if (asked.length > 1) seen.add('several guards');
      if (calls.some((call) => call.event !== null)) seen.add('an event of its own');
      for (const call of calls) call.change(context, call.event ?? event, call.params);
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
