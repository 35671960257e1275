import { enablePatches, produceWithPatches } from 'immer';
import { describe, expect, test } from 'vitest';
import { fieldOf, watched } from '../../src/replay/watch.ts';

const FIELDS: ReadonlySet<string> = new Set([
  'staff.ceiling',
  'staff.accredited',
  'staff.note',
  'head',
  'scopes',
]);

describe('a watched context', () => {
  test('hands out what it holds, and tells which fields are read', () => {
    const { context, view, read } = watching();
    expect(view.head).toBe('Smith');
    expect(read).toEqual(['head']);
    expect(view.staff.ceiling).toBe(context.staff.ceiling);
    expect(view.staff.ceiling?.min).toBe(8);
    expect(view.staff.note).toBeNull();
    expect(read).toEqual(['head', 'staff.ceiling', 'staff.ceiling', 'staff.note']);
    expect(view.scopes).toBe(context.scopes);
    expect(view.others).toEqual({ rank: 'envoy', none: null });
    expect(view.others.none).toBeNull();
    expect(read).toEqual(['head', 'staff.ceiling', 'staff.ceiling', 'staff.note', 'scopes']);
  });

  test('is looked through as the context would be', () => {
    const { view, read } = watching();
    expect('head' in view && 'staff' in view).toBe(true);
    expect('nobody' in view).toBe(false);
    expect(Object.keys(view)).toEqual(['head', 'scopes', 'staff', 'others']);
    expect(Object.keys(view.staff)).toEqual(['ceiling', 'accredited', 'note']);
    expect(Object.hasOwn(view, 'nobody')).toBe(false);
    read.length = 0;
    const { staff } = view;
    expect({ ...staff }).toEqual({ ceiling: { min: 8, max: 8 }, accredited: { min: 2, max: 3 }, note: null });
    expect(new Set(read)).toEqual(new Set(['staff.ceiling', 'staff.accredited', 'staff.note']));
  });

  test('may be frozen, part by part', () => {
    const { context } = watching();
    const read: string[] = [];
    Object.freeze(context.staff);
    const view = watched(Object.freeze(context), FIELDS, (field) => read.push(field));
    expect({ ...view.staff }.ceiling).toEqual({ min: 8, max: 8 });
    expect(Object.keys(view)).toContain('staff');
    expect(read).toContain('staff.ceiling');
  });

  test('passes on what is written, and shows it from then on', () => {
    const { context, view } = watching();
    view.head = 'Jones';
    view.staff.ceiling = { min: 4, max: 4 };
    view.staff.note = null;
    view.scopes = ['all'];
    expect(context).toMatchObject({
      head: 'Jones',
      staff: { ceiling: { min: 4, max: 4 }, note: null },
      scopes: ['all'],
    });
    expect(view.head).toBe('Jones');
  });

  test('counts as written what is set to what it was', () => {
    enablePatches();
    const { context } = watching();
    const [, patches] = produceWithPatches(context, (draft) => {
      const view = watched(draft, FIELDS, () => {});
      view.staff.ceiling = context.staff.ceiling;
      view.scopes = context.scopes;
      view.head = context.head;
    });
    expect(patches.map(({ path }) => path)).toEqual(
      expect.arrayContaining([['staff', 'ceiling'], ['scopes']]),
    );
    expect(patches).toHaveLength(2);
    expect(patches.find(({ path }) => path[0] === 'scopes')?.value).toEqual(['a']);
  });
});

test('a path of keys lies in the longest field that it begins with', () => {
  const fields = new Set(['staff', 'staff.ceiling']);
  expect(fieldOf(['staff', 'ceiling', 'min'], fields)).toBe('staff.ceiling');
  expect(fieldOf(['staff', 'ceiling'], fields)).toBe('staff.ceiling');
  expect(fieldOf(['staff', 'pending'], fields)).toBe('staff');
  expect(fieldOf(['scopes', 0], new Set(['scopes.0']))).toBe('scopes.0');
  expect(fieldOf(['head'], fields)).toBeNull();
  expect(fieldOf([], new Set(['']))).toBeNull();
});

interface Context {
  head: string | null;
  scopes: string[];
  staff: {
    ceiling: { min: number; max: number } | null;
    accredited: { min: number; max: number };
    note: string | null;
  };
  others: { rank: string; none: null };
}

function watching() {
  const context: Context = {
    head: 'Smith',
    scopes: ['a'],
    staff: { ceiling: { min: 8, max: 8 }, accredited: { min: 2, max: 3 }, note: null },
    others: { rank: 'envoy', none: null },
  };
  const read: string[] = [];
  return { context, read, view: watched(context, FIELDS, (field) => read.push(field)) };
}
