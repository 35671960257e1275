import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import { type Chart, chartOf, type Snapshot, type Step } from '../../src/replay/chart.ts';
import { type Happening, turnsOf } from '../record.ts';

const established = 'mission.established';
const ceiling = { type: 'ceiling.set', limit: '20' } as const;
const reported = { type: 'staff.reported', accredited: '18', pending: '0' } as const;

describe('a step', () => {
  test('tells which fields made it possible, which it wrote, and which it read to do so', () => {
    const withdrawn = { type: 'accreditation.withdrawn', count: '3' } as const;
    const { step } = lastStep('embassy', established, ceiling, reported, withdrawn);
    if (step.kind !== 'applied') throw new Error('it is applied');
    expect(step.enabledBy).toEqual(expect.arrayContaining(['state', 'staff.accredited']));
    expect(step.enabledBy).not.toContain('staff.ceiling');
    const [write] = step.writes;
    expect(write?.fields).toEqual(['staff.accredited']);
    expect(write?.read).toContain('staff.accredited');
    expect(step.writes.flatMap(({ fields }) => fields)).not.toContain('staff.ceiling');
  });

  test('leaves the snapshot that it is given as it was', () => {
    const { before, step } = lastStep('embassy', established, ceiling);
    if (step.kind !== 'applied') throw new Error('it is applied');
    expect(before.context['staff']).toMatchObject({ ceiling: null });
    expect(step.snapshot.context['staff']).toMatchObject({ ceiling: { min: 20, max: 20 } });
  });

  test('that is refused is told of in the region whose guard refused it', () => {
    const withdrawn = { type: 'accreditation.withdrawn', count: '19' } as const;
    for (const [before, region] of [
      // The head of mission is asked too, whether he is meant.
      [[established, reported], 'established'],
      [[established, reported, { type: 'head.appointed', name: 'Smith' }], 'established'],
    ] as const)
      expect(lastStep('embassy', ...before, withdrawn).step).toMatchObject({
        kind: 'refused',
        guards: ['hasAccredited'],
        while: region,
      });
    const appointed = { type: 'head.appointed', name: 'Smith' } as const;
    const other = { type: 'head.ended', name: 'Jones' } as const;
    expect(lastStep('embassy', established, appointed, other).step).toMatchObject({
      kind: 'refused',
      guards: ['isTheHead'],
      while: 'inPost',
    });
  });

  test('that is refused names the guards that have words for it, or else all that were asked', () => {
    const denied = { type: 'accreditation.denied', count: '1' } as const;
    const { before, step, event } = lastStep('embassy', established, reported, denied);
    expect(step).toMatchObject({ kind: 'refused', guards: ['hasPending'], while: 'established' });
    const wordless = chartOf({ ...ruleBooks.embassy, refusals: {} });
    expect(wordless.step(wordless.resume(kept(before)), event)).toMatchObject({
      kind: 'refused',
      guards: ['hasPending'],
    });
    const withdrawn = { type: 'accreditation.withdrawn', count: '19' } as const;
    expect(lastStep('embassy', established, reported, withdrawn).step).toMatchObject({
      kind: 'refused',
      guards: ['hasAccredited'],
    });
  });

  test('of which no state of the chart knows anything is told with the state of the whole', () => {
    const { event } = lastStep('embassy', established);
    const relations = chartOf(ruleBooks.relations);
    expect(relations.step(relations.initial, event)).toEqual({
      kind: 'not-applicable',
      guards: [],
      while: 'none',
    });
  });
});

describe('a chart', () => {
  test('takes up a state that was kept, the same to the object', () => {
    const { chart, before } = lastStep('embassy', established, 'operations.suspended', 'operations.resumed');
    const resumed = chart.resume(kept(before));
    expect(resumed.context).toEqual(before.context);
    expect(chart.statusOf(resumed.at.number)).toBe('suspended');
    expect(chart.resume(kept(before)).at).toBe(resumed.at);
  });

  test('tells the headline of a configuration, however often it is asked', () => {
    const { initial, statusOf } = chartOf(ruleBooks.embassy);
    expect([statusOf(initial.at.number), statusOf(initial.at.number)]).toEqual(['absent', 'absent']);
  });

  test('gives a copy of a context that may be written, part by part', () => {
    for (const kind of ['embassy', 'relations', 'channel', 'cooperation'] as const) {
      const { initial, copied } = chartOf(ruleBooks[kind]);
      expect(copied(initial.context)).toEqual(initial.context);
      expect(copied(initial.context)).not.toBe(initial.context);
    }
    const { initial, copied } = chartOf(ruleBooks.embassy);
    const copy = copied(initial.context);
    Object.assign(copy['staff'], { ceiling: { min: 1, max: 1 } });
    copy['head'] = { name: 'Smith' };
    expect(initial.context).toMatchObject({ head: null, staff: { ceiling: null } });
  });
});

function kept({ at, context }: Snapshot) {
  return { value: at.value, context };
}

/** The last of some events as a step of a chart of its own, and what it was taken from. */
function lastStep(kind: Kind, ...events: readonly Happening[]) {
  const chart: Chart = chartOf(ruleBooks[kind]);
  const taken = turnsOf(kind, events).map(({ event }) => event);
  const event = taken.at(-1);
  if (event === undefined) throw new Error('nothing happens in this test');
  const before = taken.slice(0, -1).reduce((state, one): Snapshot => {
    const step = chart.step(state, one);
    if (step.kind !== 'applied') throw new Error(`${one.type} has no place here`);
    return step.snapshot;
  }, chart.initial);
  const step: Step = chart.step(before, event);
  return { chart, event, before, step };
}
