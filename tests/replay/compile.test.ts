import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { compile } from '../../src/replay/compile.ts';

describe('a compiled chart', () => {
  test('gives the answer that it gave before, the same to the object', () => {
    const { compiled } = door();
    const { initial, decide } = compiled;
    for (const context of [{ keys: 0 }, { keys: 1 }, { keys: 2 }]) {
      for (const type of ['open', 'knock', 'fly']) {
        const verdict = decide(initial, context, { type });
        expect(decide(initial, { ...context }, { type })).toBe(verdict);
        expect(compiled.configuration(verdict.to.value)).toBe(verdict.to);
      }
    }
  });

  test('asks each guard once, in order, as far as the answer needs it', () => {
    const { compiled, heard } = door();
    const asked = (keys: number, type: string) => {
      heard.length = 0;
      const verdict = compiled.decide(compiled.initial, { keys }, { type });
      return [verdict.kind, verdict.asked, [...heard]];
    };
    for (let turn = 0; turn < 2; turn++) {
      expect(asked(2, 'open')).toEqual(['applied', ['has'], ['has 2']]);
      expect(asked(1, 'open')).toEqual(['applied', ['has'], ['has 2', 'has 1']]);
      expect(asked(0, 'open')).toEqual(['refused', ['has', 'known'], ['has 2', 'has 1', 'known']]);
      expect(asked(0, 'knock')).toEqual(['applied', [], []]);
      expect(asked(0, 'fly')).toEqual(['not-applicable', [], []]);
    }
  });

  test('says where the event leads, from which states, and what it changes', () => {
    const { initial, decide } = door().compiled;
    const open = decide(initial, { keys: 1 }, { type: 'open', by: 'Smith' });
    expect(open.to.value).toEqual({ open: 'ajar' });
    expect(open.to.status).toBe('active');
    expect(open.sources.map(({ key }) => key)).toEqual(['shut']);
    expect(open.calls.map(({ name, params, event }) => [name, params, event])).toEqual([
      ['count', { by: 1 }, null],
      ['ring', undefined, null],
    ]);
    const refused = decide(initial, { keys: 0 }, { type: 'open' });
    expect(refused).toMatchObject({ calls: [], sources: [] });
    expect(refused.to).toBe(initial);
    const unknown = decide(initial, { keys: 0 }, { type: 'fly' });
    expect(unknown).toMatchObject({ calls: [], sources: [] });
    expect(unknown.to).toBe(initial);
  });

  test('tells an event of its own from the one given, and its end', () => {
    const { initial, decide } = door().compiled;
    const open = decide(initial, { keys: 2 }, { type: 'open' }).to;
    const gone = decide(open, {}, { type: 'fall' });
    expect(gone.to).toMatchObject({ value: 'gone', status: 'done' });
    expect(gone.calls.map(({ name, event }) => [name, event?.type ?? null])).toEqual([
      ['ring', null],
      ['count', 'xstate.done.state.door.open'],
    ]);
    expect(decide(gone.to, {}, { type: 'open' }).kind).toBe('not-applicable');
  });

  test('begins with the context of the machine', () => {
    expect(door().compiled.initialContext).toEqual({ keys: 2 });
  });
});

/** A door that opens wide to two keys, a little to one, and to whom it knows. */
function door() {
  const heard: string[] = [];
  const guards = {
    has: ({ context }: { context: { keys: number } }, { keys }: { keys: number }) => {
      heard.push(`has ${keys}`);
      return context.keys >= keys;
    },
    known: () => {
      heard.push('known');
      return false;
    },
  };
  const count = { type: 'count', params: { by: 1 } };
  const machine = createMachine(
    {
      id: 'door',
      context: { keys: 2 },
      initial: 'shut',
      states: {
        shut: {
          on: {
            open: [
              { guard: { type: 'has', params: { keys: 2 } }, target: 'open' },
              { guard: { type: 'has', params: { keys: 1 } }, target: 'open.ajar', actions: [count, 'ring'] },
              { guard: 'known', target: 'open' },
            ],
            knock: { actions: 'ring' },
          },
        },
        open: {
          initial: 'wide',
          states: {
            wide: { on: { fall: { target: 'fallen', actions: 'ring' } } },
            ajar: {},
            fallen: { type: 'final' },
          },
          onDone: { target: 'gone', actions: 'count' },
        },
        gone: { type: 'final' },
      },
    },
    { guards } as never,
  );
  return { heard, compiled: compile(machine, { count: () => {}, ring: () => {} }) };
}
