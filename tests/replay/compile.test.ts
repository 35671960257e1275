import { describe, expect, test } from 'vitest';
import { type AnyEventObject, createMachine } from 'xstate';
import { type Configuration, compile } from '../../src/replay/compile.ts';

describe('a compiled chart', () => {
  test('gives the answer that it gave before, the same to the object', () => {
    const { compiled, decide } = door();
    const { initial } = compiled;
    for (const context of [{ keys: 0 }, { keys: 1 }, { keys: 2 }]) {
      for (const type of ['open', 'knock', 'fly']) {
        const { verdict, to } = decide(initial, context, { type });
        expect(decide(initial, { ...context }, { type }).verdict).toBe(verdict);
        expect(compiled.configuration(to.value)).toBe(to);
        expect(compiled.numbered(to.number)).toBe(to);
      }
    }
  });

  test('asks each guard once, in order, as far as the answer needs it', () => {
    const { compiled, decide, heard } = door();
    const asked = (keys: number, type: string) => {
      heard.length = 0;
      const { verdict } = decide(compiled.initial, { keys }, { type });
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
    const { compiled, decide } = door();
    const { initial } = compiled;
    const open = decide(initial, { keys: 1 }, { type: 'open', by: 'Smith' });
    expect(open.to.value).toEqual({ open: 'ajar' });
    expect(open.to.status).toBe('active');
    expect(open.verdict.moves).toBe(true);
    expect(open.verdict.sources.map(({ key }) => key)).toEqual(['shut']);
    expect(open.verdict.calls.map(({ name, params, event }) => [name, params, event])).toEqual([
      ['count', { by: 1 }, null],
      ['ring', undefined, null],
    ]);
    const refused = decide(initial, { keys: 0 }, { type: 'open' });
    expect(refused.verdict).toMatchObject({ calls: [], sources: [], change: null, moves: false });
    expect(refused.to).toBe(initial);
    const unknown = decide(initial, { keys: 0 }, { type: 'fly' });
    expect(unknown.verdict).toMatchObject({ calls: [], sources: [], change: null, moves: false });
    expect(unknown.to).toBe(initial);
  });

  test('makes all changes of a verdict in one, each with its own event and parameters', () => {
    const { compiled, decide, made } = door();
    const { verdict } = decide(compiled.initial, { keys: 1 }, { type: 'open' });
    verdict.change?.({}, { type: 'open' });
    expect(made).toEqual(['count 1 open', 'ring open']);
    made.length = 0;
    const open = decide(compiled.initial, { keys: 2 }, { type: 'open' }).to;
    decide(open, {}, { type: 'fall' }).verdict.change?.({}, { type: 'fall' });
    expect(made).toEqual(['ring fall', 'count  xstate.done.state.door.open']);
  });

  test('numbers the types that its caller knows as the caller does, and others after them', () => {
    const { compiled } = door(['fly', 'open']);
    expect(['open', 'knock', 'fly', 'swim', 'knock'].map(compiled.typeNumber)).toEqual([1, 2, 0, 3, 2]);
  });

  test('goes on as before where more types come up than it had room for', () => {
    const { compiled, decide } = door();
    const before = decide(compiled.initial, { keys: 2 }, { type: 'open' });
    for (let n = 0; n < 100; n++) {
      expect(decide(compiled.initial, {}, { type: `t${n}` }).verdict.kind).toBe('not-applicable');
    }
    const after = decide(compiled.initial, { keys: 2 }, { type: 'open' });
    expect(after.verdict).toBe(before.verdict);
    expect(after.to).toBe(before.to);
  });

  test('tells an event of its own from the one given, and its end', () => {
    const { compiled, decide } = door();
    const open = decide(compiled.initial, { keys: 2 }, { type: 'open' }).to;
    const gone = decide(open, {}, { type: 'fall' });
    expect(gone.to).toMatchObject({ value: 'gone', status: 'done' });
    expect(gone.verdict.calls.map(({ name, event }) => [name, event?.type ?? null])).toEqual([
      ['ring', null],
      ['count', 'xstate.done.state.door.open'],
    ]);
    expect(decide(gone.to, {}, { type: 'open' }).verdict.kind).toBe('not-applicable');
  });

  test('begins with the context of the machine', () => {
    expect(door().compiled.initialContext).toEqual({ keys: 2 });
  });
});

/** A door that opens wide to two keys, a little to one, and to whom it knows. */
function door(known: readonly string[] = []) {
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
  const made: string[] = [];
  const changes = {
    count: (_: object, { type }: { type: string }, params?: { by: number }) => {
      made.push(`count ${params?.by ?? ''} ${type}`);
    },
    ring: (_: object, { type }: { type: string }) => {
      made.push(`ring ${type}`);
    },
  };
  const compiled = compile(machine, changes, known);
  const decide = (at: Configuration, context: object, event: AnyEventObject) => {
    const verdict = compiled.decide(at.number, compiled.typeNumber(event.type), context, event);
    return { verdict, to: compiled.numbered(compiled.after(at.number, verdict)) };
  };
  return { heard, made, compiled, decide };
}
