import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Shape, svgText } from '../../src/drawing/shape.ts';
import { activeIn, isIn, statechartOf, statesIn } from '../../src/drawing/statechart.ts';
import { type Box, layoutOf } from '../../src/drawing/statechart-layout.ts';
import { type Lit, statechartFile, statechartPicture } from '../../src/drawing/statechart-picture.ts';
import { kinds } from '../../src/events/dossier.ts';
import { understoodBy } from '../../src/machines/rulebooks.ts';

const lit: Lit = {
  states: {
    established: {
      operation: 'suspended',
      access: 'restricted',
      headship: 'vacant',
      charge: 'acting',
      staffing: 'limited',
      militaryRepresentative: { post: 'recalled', office: { suspended: 'withMission' } },
    },
  },
  allowed: ['operations.resumed', 'accreditation.withdrawn'],
  refused: ['accreditation.denied'],
};

test.each(kinds)('the picture of %s has every state and every event of its chart', (kind) => {
  const drawn = shapesIn(statechartPicture(kind, null, { idPrefix: '' }));
  const states = statesIn(statechartOf(kind).root).map(({ path }) => path);
  expect(['', ...valuesOf(drawn, 'data-state')]).toEqual(states);
  expect(new Set(valuesOf(drawn, 'data-type'))).toEqual(new Set(understoodBy(kind)));
  const written = drawn.flatMap(({ children }) => children.filter((child) => typeof child === 'string'));
  for (const type of understoodBy(kind)) expect(written).toContain(type);
});

test.each(kinds)('in the picture of %s every line leads somewhere', (kind) => {
  const lines = valuesOf(shapesIn(statechartPicture(kind, null, { idPrefix: '' })), 'd');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => String(line).includes('NaN'))).toEqual([]);
});

test.each(kinds)(
  'in the picture of %s no two states overlap but one within the other, all within the paper',
  (kind) => {
    const { boxes, width, height } = layoutOf(kind);
    const placed = Object.entries(boxes);
    for (const [path, box] of placed) {
      expect(isInside(box, { x: 0, y: 0, width, height })).toBe(true);
      for (const [other, around] of placed) {
        if (isIn(path, other)) expect([path, isInside(box, around)]).toEqual([path, true]);
        else if (path !== other && !isIn(other, path))
          expect([path, other, meet(box, around)]).toEqual([path, other, false]);
      }
    }
  },
);

test.each(kinds)(
  'in the picture of %s labels lie on the paper, on no other label and on no simple state',
  (kind) => {
    const { arrows, boxes, width, height } = layoutOf(kind);
    const simple = statesIn(statechartOf(kind).root).flatMap(({ path, type }) =>
      type === 'simple' ? (boxes[path] ?? []) : [],
    );
    for (const [index, { label }] of arrows.entries()) {
      expect(isInside(label, { x: 0, y: 0, width, height })).toBe(true);
      const others = arrows.filter((_, other) => other !== index).map((route) => route.label);
      expect([...others, ...simple].filter((box) => meet(box, label))).toEqual([]);
    }
  },
);

test.each(kinds)('in the picture of %s each arrow begins and ends at the border of its states', (kind) => {
  const { arrows, boxes } = layoutOf(kind);
  for (const [index, { from, to }] of statechartOf(kind).arrows.entries()) {
    const points = arrows[index]?.points ?? [];
    const [start, end] = [points[0], points.at(-1)];
    expect([to, end && isOnBorder(end, boxes[to])]).toEqual([to, true]);
    // Into its own midst an arrow may begin at the line below the name.
    if (!isIn(to, from)) expect([from, start && isOnBorder(start, boxes[from])]).toEqual([from, true]);
  }
});

test.each(kinds)('the picture of %s fits a page of 960 pixels', (kind) => {
  expect(layoutOf(kind).width).toBeLessThanOrEqual(960);
});

test('exactly the active states are lit', () => {
  const drawn = shapesIn(statechartPicture('permanent-mission', lit, { idPrefix: '' }));
  const shone = drawn.filter(({ attributes }) => classesOf(attributes).includes('lit'));
  expect(valuesOf(shone, 'data-state')).toEqual(activeIn(lit.states));
  const dark = shapesIn(statechartPicture('permanent-mission', null, { idPrefix: '' }));
  expect(
    dark.filter(({ attributes }) => /lit|open|allowed|refused/.test(String(attributes['class'] ?? ''))),
  ).toEqual([]);
});

test('an event is marked where it leads out of an active state, and by a sign', () => {
  const drawn = shapesIn(statechartPicture('permanent-mission', lit, { idPrefix: '' }));
  const marked = (word: string) => drawn.filter(({ attributes }) => classesOf(attributes).includes(word));
  // The staff's, the chargé's and the military representative's; the head's post is vacant.
  expect([...valuesOf(marked('allowed'), 'data-type')].sort()).toEqual([
    'accreditation.withdrawn',
    'accreditation.withdrawn',
    'accreditation.withdrawn',
    'operations.resumed',
    'operations.resumed',
  ]);
  expect(valuesOf(marked('refused'), 'data-type')).toEqual(['accreditation.denied']);
  for (const event of marked('allowed'))
    expect(shapesIn(event).flatMap(({ children }) => children)).toContain('✓ ');
  for (const event of marked('refused'))
    expect(shapesIn(event).flatMap(({ children }) => children)).toContain('× ');
  expect(marked('open').map(({ attributes }) => attributes['data-source'])).toEqual([
    'established.operation.suspended',
    'established.charge.acting',
    'established.militaryRepresentative.post.recalled',
    'established.militaryRepresentative.office.suspended.withMission',
  ]);
});

test('what leads out of the chart as a whole is marked too', () => {
  const set = { states: 'embassy', allowed: ['level.set'], refused: [] };
  const drawn = shapesIn(statechartPicture('representation', set, { idPrefix: '' }));
  expect(drawn.filter(({ attributes }) => classesOf(attributes).includes('allowed'))).toHaveLength(9);
});

test('a picture says in words what is active', () => {
  const picture = statechartPicture('permanent-mission', lit, { idPrefix: 'a-' });
  const [title, desc] = picture.children;
  expect(picture.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'a-title a-desc' });
  expect(title).toEqual({
    tag: 'title',
    attributes: { id: 'a-title' },
    children: ['The statechart of the kind permanent-mission'],
  });
  expect(desc).toMatchObject({
    attributes: { id: 'a-desc' },
    children: [
      'Active: established (operation suspended, access restricted, headship vacant, charge acting, staffing limited, ' +
        'military representative (post recalled, office suspended with mission)). ' +
        'Allowed now: operations.resumed, accreditation.withdrawn. Refused: accreditation.denied.',
    ],
  });
});

test('the picture of a kind as a file is the one on file', async () => {
  const text = `${svgText(statechartFile('channel', 'light'))}\n`;
  await expect(text).toMatchFileSnapshot(resolve(import.meta.dirname, 'golden/channel.svg'));
});

function shapesIn(drawn: Shape): readonly Shape[] {
  return [drawn, ...drawn.children.flatMap((child) => (typeof child === 'string' ? [] : shapesIn(child)))];
}

function valuesOf(shapes: readonly Shape[], name: string): readonly string[] {
  return shapes.flatMap(({ attributes }) =>
    attributes[name] === undefined ? [] : [String(attributes[name])],
  );
}

function classesOf(attributes: Shape['attributes']): readonly string[] {
  return String(attributes['class'] ?? '').split(' ');
}

function isInside(box: Box, around: Box): boolean {
  return (
    box.x >= around.x &&
    box.y >= around.y &&
    box.x + box.width <= around.x + around.width &&
    box.y + box.height <= around.y + around.height
  );
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isOnBorder({ x, y }: { readonly x: number; readonly y: number }, box: Box | undefined): boolean {
  if (box === undefined) return false;
  const near = (a: number, b: number) => Math.abs(a - b) <= 1;
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const acrossX = x >= box.x - 1 && x <= right + 1;
  const acrossY = y >= box.y - 1 && y <= bottom + 1;
  return ((near(x, box.x) || near(x, right)) && acrossY) || ((near(y, box.y) || near(y, bottom)) && acrossX);
}
