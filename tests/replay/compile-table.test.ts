/** The table of a compiled chart: that it answers by itself what was asked once, and tells apart what must be. */
import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { type CompiledChart, compile, type Verdict } from '../../src/replay/compile.ts';

describe('what was asked once is looked up, without a look at the states', () => {
  test.each([3, 40])('from the first answer on, in each of %i configurations', (length) => {
    const { ask, looks } = watchedRing(length);
    const first = round(ask, length);
    const before = looks();
    expect(round(ask, length)).toEqual(first);
    expect(looks()).toBe(before);
  });

  test('where there are more configurations and types than there was room for', () => {
    const { compiled, ask, looks } = watchedRing(40);
    const first = round(ask, 40);
    for (let n = 0; n < 40; n++) compiled.typeNumber(`known-${n}`);
    round(ask, 40);
    const before = looks();
    expect(round(ask, 40)).toEqual(first);
    expect(looks()).toBe(before);
  });

  test('also what was answered before there were more configurations', () => {
    const { ask, looks } = watchedRing(40);
    expect(ask(0, 'next')).toBe(1);
    round(ask, 40);
    const before = looks();
    expect(ask(0, 'next')).toBe(1);
    expect(looks()).toBe(before);
  });
});

describe('what must be told apart is', () => {
  test('each type in each configuration, however many there are', () => {
    const { compiled, ask } = watchedRing(40);
    const types = Array.from({ length: 40 }, (_, n) => `skip-${n}`);
    for (let turn = 0; turn < 2; turn++) {
      for (let at = 0; at < 40; at++) {
        expect(ask(at, 'next')).toBe((at + 1) % 40);
        for (const [n, type] of types.entries()) expect(ask(at, type)).toBe(n === at ? 0 : at);
      }
    }
    expect(compiled.typeNumber('skip-39')).toBe(40);
  });

  test('the first type for which there was no room, and the first type of the next configuration', () => {
    const { ask } = watchedRing(20);
    expect(ask(0, 'next')).toBe(1);
    for (let n = 1; n <= 16; n++) expect(ask(0, `skip-${n}`)).toBe(0);
    expect(ask(1, 'next')).toBe(2);
  });

  test('states whose numbers run together when they are written without a space', () => {
    const go = { on: { go: {} } };
    const fillers = Object.fromEntries(Array.from({ length: 19 }, (_, n) => [`filler-${n}`, {}]));
    const machine = createMachine({
      id: 'chart',
      type: 'parallel',
      states: {
        one: {
          initial: 'p',
          states: {
            p: { initial: 'c', on: { go: {}, turn: 'q' }, states: { c: go } },
            ...fillers,
            q: go,
          },
        },
        two: go,
      },
    });
    const compiled = compile(machine, {});
    const numbers = ['one.p', 'one.p.c', 'one.q', 'two'].map((path) => {
      const node = machine.root.machine.getStateNodeById(`chart.${path}`);
      return node.order;
    });
    // 2 and 3 and 24 are as 23 and 24 are not.
    expect(numbers).toEqual([2, 3, 23, 24]);
    const { initial } = compiled;
    expect(sourcesOf(compiled, initial.number, 'go')).toEqual(['c', 'two']);
    const [, turned] = decided(compiled, initial.number, 'turn');
    expect(sourcesOf(compiled, turned, 'go')).toEqual(['q', 'two']);
  });

  test('two regions that one event moves, by where each was', () => {
    const region = { initial: 'a', states: { a: { on: { go: 'b', left: 'b' } }, b: { on: { go: 'a' } } } };
    const other = { initial: 'a', states: { a: { on: { go: 'b' } }, b: { on: { go: 'a' } } } };
    const machine = createMachine({ id: 'chart', type: 'parallel', states: { one: region, two: other } });
    const compiled = compile(machine, {});
    const led = (at: number, type: string) => decided(compiled, at, type)[1];
    const value = (at: number) => compiled.numbered(at).value;
    const both = led(compiled.initial.number, 'go');
    expect(value(both)).toEqual({ one: 'b', two: 'b' });
    expect(value(led(both, 'go'))).toEqual({ one: 'a', two: 'a' });
    const left = led(compiled.initial.number, 'left');
    expect(value(left)).toEqual({ one: 'b', two: 'a' });
    expect(value(led(left, 'go'))).toEqual({ one: 'a', two: 'b' });
  });

  test('a region that an event leaves alone, wherever it stands, with the states in it', () => {
    const inner = { initial: 'x', states: { x: {}, y: {} } };
    const machine = createMachine({
      id: 'chart',
      type: 'parallel',
      states: {
        one: { initial: 'a', states: { a: { on: { go: 'b' } }, b: { on: { go: 'a' } } } },
        two: { initial: 'c', states: { c: { ...inner, on: { turn: 'd' } }, d: inner } },
      },
    });
    const compiled = compile(machine, {});
    const led = (at: number, type: string) => decided(compiled, at, type)[1];
    const value = (at: number) => compiled.numbered(at).value;
    expect(value(led(compiled.initial.number, 'go'))).toEqual({ one: 'b', two: { c: 'x' } });
    const turned = led(compiled.initial.number, 'turn');
    expect(value(turned)).toEqual({ one: 'a', two: { d: 'x' } });
    expect(value(led(turned, 'go'))).toEqual({ one: 'b', two: { d: 'x' } });
  });
});

test('types are numbered from 0 where the caller knows none', () => {
  const { compiled } = watchedRing(2);
  expect(['b', 'a', 'b'].map(compiled.typeNumber)).toEqual([0, 1, 0]);
});

test.each([1, 2, 3, 4, 5])('%i changes of an event are made in their order, each once', (number) => {
  const names = Array.from({ length: number }, (_, n) => `change-${n}`);
  const made: string[] = [];
  const changes = Object.fromEntries(
    names.map((name) => [
      name,
      (draft: { by: string }, { type }: { type: string }) => {
        made.push(`${name} ${draft.by} ${type}`);
      },
    ]),
  );
  const machine = createMachine({ id: 'chart', on: { go: { actions: names } } });
  const compiled = compile(machine, changes);
  const [verdict] = decided(compiled, compiled.initial.number, 'go');
  verdict.change?.({ by: 'me' }, { type: 'go' });
  expect(made).toEqual(names.map((name) => `${name} me go`));
});

/** A chart of so many states in a ring, of which each skips to the first by an event of its own. */
function watchedRing(length: number) {
  const states = Object.fromEntries(
    Array.from({ length }, (_, n) => [
      `s${n}`,
      { on: { next: `s${(n + 1) % length}`, [`skip-${n}`]: 's0' } },
    ]),
  );
  const compiled = compile(createMachine({ id: 'ring', initial: 's0', states }), {});
  let seen = 0;
  let isWatched = false;
  return { compiled, looks: () => seen, ask };

  /** Where an event leads; from the first time on, looks at the states are counted. */
  function ask(at: number, type: string): number {
    const [verdict, to] = decided(compiled, at, type);
    if (!isWatched) for (const { machine } of verdict.sources) watch(machine.root.states);
    return to;
  }

  function watch(states: object): void {
    isWatched = true;
    for (const state of Object.values(states)) {
      for (const [name, value] of Object.entries(state)) {
        Object.defineProperty(state, name, {
          get: () => {
            seen += 1;
            return value;
          },
        });
      }
    }
  }
}

/** Once around the ring: where the event leads from each state. */
function round(ask: (at: number, type: string) => number, length: number): readonly number[] {
  const reached = [0];
  for (let n = 0; n < length; n++) reached.push(ask(reached[n] ?? 0, 'next'));
  return reached;
}

function decided({ decide, typeNumber, after }: CompiledChart, at: number, type: string) {
  const verdict: Verdict = decide(at, typeNumber(type), {}, { type });
  return [verdict, after(at, verdict)] as const;
}

function sourcesOf(compiled: CompiledChart, at: number, type: string): readonly string[] {
  return decided(compiled, at, type)[0].sources.map(({ key }) => key);
}
