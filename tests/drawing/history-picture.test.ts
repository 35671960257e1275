import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generated } from '../../bench/generated.ts';
import { recordOf as recordGenerated } from '../../bench/material.ts';
import { historyOf } from '../../src/drawing/history.ts';
import { cursorAt, historyPicture } from '../../src/drawing/history-picture.ts';
import { dayScale, spanOf } from '../../src/drawing/scale.ts';
import { svgText } from '../../src/drawing/shape.ts';
import { styleSheet } from '../../src/drawing/style.ts';
import { branchUnder } from '../../src/simulation/play.ts';
import { loadScenario } from '../../src/store/scenario-file.ts';
import { addDays } from '../../src/time/day.ts';
import { anyDossier, anyQuestion, recordFrom, START } from '../laws/dossiers.ts';
import { assembled, dayNamed, type Happening, recordOf } from '../record.ts';
import { bundled } from '../simulation/bundled.ts';
import { allOf, classesOf, edgesOf, KNOWN, numberOf, ofClass, textsIn, viewOf } from './pictures.ts';

const golden = resolve(import.meta.dirname, 'golden');

test('the pictures of the bundled dossier are those on file', async () => {
  const record = await bundled();
  const history = historyOf(record, KNOWN);
  const span = spanOf(history);
  if (span === null) throw new Error('nothing is on record');
  const base = { ...span, at: null, branch: null, isClickable: false, prefix: 'p' };
  const lines = (text: string) => text.replaceAll('><', '>\n<');
  const wide = lines(svgText(historyPicture(history, { ...base, width: 1200 })));
  await expect(wide).toMatchFileSnapshot(`${golden}/nato-russia.svg`);
  const narrow = lines(svgText(historyPicture(history, { ...base, width: 360 })));
  await expect(narrow).toMatchFileSnapshot(`${golden}/nato-russia-narrow.svg`);
});

test('a branch is drawn beside the record, hatched, only where it differs on the days shown', async () => {
  const record = await bundled();
  const loaded = loadScenario(resolve('events/nato-russia/scenarios/offer-accepted.yaml'), record);
  if (loaded.kind !== 'scenario') throw new Error('the scenario has problems');
  const branch = historyOf(branchUnder(record, loaded.chain).record, KNOWN);
  const history = historyOf(record, KNOWN);
  const drawn = (from: string, to: string) =>
    historyPicture(history, viewOf(from, to, { branch, width: 1200 }));
  const beside = drawn('2021-09-01', '2022-09-01');
  const lanes = ofClass(beside, 'lane').filter((lane) => ofClass(lane, 'branch').length > 0);
  expect(lanes.map(({ attributes }) => attributes['data-subject'])).toEqual([
    'russian-mission',
    'military-liaison-mission',
    'information-office',
  ]);
  expect(textsIn(beside)).toContain('hypothetical');
  expect(lanes[0]?.attributes['aria-label']).toContain('On the branch, hypothetical: ');
  expect(ofClass(beside, 'period').flatMap(textsIn)).toContain('operating (assumed), since 2022-03-02');
  expect(ofClass(drawn('2010-01-01', '2015-01-01'), 'branch')).toEqual([]);
});

test('bars fill the days shown from edge to edge, without gaps or overlaps, and nothing has an inline style', () => {
  const anySpan = fc.tuple(fc.integer({ min: -40, max: 60 }), fc.integer({ min: 1, max: 90 }));
  fc.assert(
    fc.property(
      anyDossier(),
      anyQuestion(),
      anySpan,
      fc.integer({ min: 320, max: 2560 }),
      (written, when, [ahead, days], width) => {
        const { at, ...knowledge } = when;
        const history = historyOf(recordFrom(written), knowledge);
        const from = addDays(dayNamed(START), ahead);
        const view = {
          width,
          from,
          to: addDays(from, days),
          at,
          branch: null,
          isClickable: false,
          prefix: 'p',
        };
        const picture = historyPicture(history, view);
        const { left, right } = dayScale(view);
        const lanes = ofClass(picture, 'lane');
        expect(lanes).toHaveLength(history.subjects.length);
        for (const lane of lanes) {
          const edges = ofClass(lane, 'period').map(edgesOf);
          expect(edges[0]?.[0]).toBeCloseTo(left, 6);
          expect(edges.at(-1)?.[1]).toBeCloseTo(right, 6);
          edges.forEach(([x, end], index) => {
            expect(end).toBeGreaterThan(x);
            if (index > 0) expect(x).toBeCloseTo(edges[index - 1]?.[1] ?? Number.NaN, 6);
          });
        }
        for (const { attributes } of allOf(picture)) {
          expect(attributes).not.toHaveProperty('style');
          for (const value of Object.values(attributes))
            expect(String(value)).not.toMatch(/NaN|Infinity|undefined|null/);
        }
        expect(svgText(historyPicture(historyOf(recordFrom(written), knowledge), view))).toBe(
          svgText(picture),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('what can be chosen says what it is: subject, event and day, and a title', () => {
  const picture = drawnOf([
    'mission.established',
    { type: 'mission.closed', announced: '2020-02-01', effective: '2020-03-01' },
  ]);
  const [absent, operating, closed] = ofClass(picture, 'period');
  expect(absent?.attributes).toEqual({ class: 'period', 'data-subject': 'it' });
  expect(operating?.attributes).toMatchObject({ 'data-event': 'e1/1', 'data-from': '2020-01-01' });
  expect(closed && textsIn(closed)).toEqual(['closed, since 2020-03-01', 'closed']);
  const [told] = ofClass(picture, 'announcement');
  expect(told?.attributes).toMatchObject({
    'data-subject': 'it',
    'data-event': 'e2/1',
    'data-from': '2020-02-01',
  });
  expect(ofClass(picture, 'lane')[0]?.attributes).toMatchObject({
    role: 'group',
    'data-subject': 'it',
    'aria-label':
      'It, embassy. Status: absent, until 2020-01-01; operating, 2020-01-01 to 2020-03-01; closed, since 2020-03-01. ' +
      'Headcount: 0 until 2020-01-01; unknown 2020-01-01 to 2020-03-01; 0 since 2020-03-01.',
  });
});

test('a doubtful beginning is a soft edge as wide as its window, before the day that counts or after it', () => {
  const events: Happening[] = [
    'mission.established',
    { type: 'operations.suspended', effective: '2020-03-01/2020-03-20' },
  ];
  for (const [reading, fade, window] of [
    ['latest', 'fade-in', ['2020-03-01', '2020-03-20']],
    ['earliest', 'fade-out', ['2020-03-01', '2020-03-21']],
  ] as const) {
    const view = viewOf('2020-01-01', '2020-07-01');
    const history = historyOf(recordOf({ kind: 'embassy', events }), { ...KNOWN, reading });
    const soft = [...allOf(historyPicture(history, view))].filter(
      ({ attributes }) => attributes['mask'] !== undefined,
    );
    // The legend shows one too.
    const [edge] = soft.filter(({ children }) => children.length > 1);
    expect(edge?.attributes['mask']).toBe(`url(#p-${fade})`);
    const scale = dayScale(view);
    expect(edge && edgesOf(edge)).toEqual(window.map((day) => expect.closeTo(scale.x(dayNamed(day)), 6)));
  }
});

test('a period of one day among thirty years has a line of its own', () => {
  const events: Happening[] = [
    { type: 'mission.established', announced: '1990-05-01' },
    { type: 'operations.suspended', announced: '2000-01-01' },
    { type: 'operations.resumed', announced: '2000-01-02' },
  ];
  const picture = drawnOf(events, '1990-01-01', '2020-01-01');
  const [, , suspended] = ofClass(picture, 'period');
  expect(suspended && edgesOf(suspended)[1] - edgesOf(suspended)[0]).toBeLessThan(0.2);
  expect(suspended && ofClass(suspended, 'stroke-halted').some(({ tag }) => tag === 'path')).toBe(true);
});

test('many short periods side by side are one bar that says how many they are', () => {
  const events = Array.from(
    { length: 60 },
    (_, index): Happening => ({
      type:
        index === 0 ? 'mission.established' : index % 2 === 1 ? 'operations.suspended' : 'operations.resumed',
      announced: `2000-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`,
    }),
  );
  const picture = drawnOf(events, '1990-01-01', '2020-01-01');
  const titles = ofClass(picture, 'period').map((period) => textsIn(period)[0]);
  expect(titles).toHaveLength(3);
  expect(titles[1]).toBe('59 periods, 2000-01-01 to 2000-03-04');
  expect(ofClass(picture, 'event').length).toBeLessThan(10);
});

test('only a headcount that is known is a line: a range is a band, a bound is dotted, and what is unknown is told', () => {
  const picture = drawnOf([
    'mission.established',
    { type: 'staff.reported', accredited: '2..', announced: '2020-03-01' },
    { type: 'staff.reported', accredited: '5..10', announced: '2020-05-01' },
    { type: 'staff.reported', accredited: '8', announced: '2020-09-01' },
  ]);
  const [strip] = ofClass(picture, 'steps');
  if (strip === undefined) throw new Error('no steps');
  const days = dayScale(viewOf('2019-12-01', '2020-12-01'));
  const spans = (look: string) =>
    [...allOf(strip)]
      .filter(({ attributes }) => attributes['class'] === look)
      .flatMap(({ attributes }) => String(attributes['d']).split(/(?=M)/))
      .map((part) => [...part.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x)))
      .map((xs) => [Math.min(...xs), Math.max(...xs)]);
  const between = (from: string, to: string) =>
    [from, to].map((day) => expect.closeTo(days.within(dayNamed(day)), 1));
  expect(spans('line thick stroke-headcount')).toEqual([between('2020-09-01', '2020-12-01')]);
  expect(spans('line dotted stroke-headcount')).toEqual([
    between('2020-03-01', '2020-09-01'),
    between('2020-05-01', '2020-09-01'),
  ]);
  expect(textsIn(strip)).toEqual(['people', 'unknown', '≥ 2', '5–10', '8']);
  expect(ofClass(picture, 'legend').flatMap(textsIn)).toEqual(
    expect.arrayContaining(['headcount, people', 'within a range', 'no maximum known']),
  );
});

test('a mark that can be clicked has room for a pointer, as far as its neighbours leave it, and leads to all its events', () => {
  const on = (announced: string): Happening => ({ type: 'staff.reported', accredited: '4..', announced });
  const events = ['2020-01-01', '2020-03-01', '2020-03-02', '2020-07-01', '2020-07-01'].map((day, index) =>
    index === 0 ? ({ type: 'mission.established', announced: day } as const) : on(day),
  );
  const history = historyOf(recordOf({ kind: 'embassy', events }), KNOWN);
  const view = viewOf('2019-12-01', '2020-12-01', { isClickable: true });
  const marked = ofClass(historyPicture(history, view), 'event');
  const edges = marked.map((mark) => {
    const xs = [...String(mark.attributes['d']).matchAll(/H([\d.]+)/g)].map(([, x]) => Number(x));
    return [Math.min(...xs), Math.max(...xs)] as const;
  });
  expect(edges.map(([x, end]) => end - x)).toEqual(
    [12, 7.07, 7.07, 12].map((wide) => expect.closeTo(wide, 1)),
  );
  expect(edges[1]?.[1]).toBeCloseTo(edges[2]?.[0] ?? 0, 1);
  expect(marked.map(({ attributes }) => attributes['data-events'] ?? null)).toEqual([
    null,
    null,
    null,
    'e4/1 e5/1',
  ]);
  expect(marked.flatMap(textsIn)[3]).toMatch(/^2 events; each click shows the next:\n/);
  const still = historyPicture(history, { ...view, isClickable: false });
  expect([ofClass(still, 'event').length, ofClass(still, 'target').length]).toEqual([4, 0]);
});

test('a curve that can be clicked has room for a pointer along all of it, and leads to all that was told', () => {
  const told = { announced: '2020-02-01', effective: '2020-06-01' } as const;
  const events: Happening[] = [
    'mission.established',
    { type: 'operations.suspended', ...told },
    { type: 'staff.reported', accredited: 4, ...told },
  ];
  const history = historyOf(recordOf({ kind: 'embassy', events }), KNOWN);
  const curvesIn = (isClickable: boolean) =>
    ofClass(historyPicture(history, viewOf('2019-12-01', '2020-12-01', { isClickable })), 'announcement');
  const [curve, ...more] = curvesIn(true);
  expect(more).toEqual([]);
  const paths = curve?.children.flatMap((one) =>
    typeof one !== 'string' && one.tag === 'path' ? [one] : [],
  );
  expect(paths?.map(({ attributes }) => attributes['class'])).toEqual(['reach', 'line stroke-announcement']);
  expect(paths?.[0]?.attributes['d']).toBe(paths?.[1]?.attributes['d']);
  expect(curve?.attributes).toMatchObject({ 'data-events': 'e2/1 e3/1', 'data-from': '2020-02-01' });
  expect(styleSheet('light')).toMatch(/\.reach \{[^}]*stroke-width: 14; pointer-events: stroke/);
  expect(curvesIn(false).flatMap((one) => ofClass(one, 'reach'))).toEqual([]);
});

test('no word of a dossier is read as markup, or lost', () => {
  const name = '<script>alert("&")</script> \u0000 mission';
  const record = assembled(
    { title: 'A test', parties: { a: 'A' }, subjects: { it: { kind: 'embassy', name } } },
    [],
  );
  const picture = historyPicture(historyOf(record, KNOWN), viewOf('2020-01-01', '2021-01-01'));
  expect(svgText(picture)).not.toContain('<script');
  expect(textsIn(picture).join('')).toContain('<script>');
  expect(ofClass(picture, 'lane')[0]?.attributes['aria-label']).toContain(name);
});

test('a record without subjects, and a subject without events, are drawn too', () => {
  const view = viewOf('2020-01-01', '2021-01-01');
  expect(textsIn(historyPicture({ reading: 'latest', subjects: [] }, view))).toContain('No subjects.');
  const lanes = ofClass(drawnOf([]), 'lane');
  expect(lanes[0]?.attributes['aria-label']).toBe(
    'It, embassy. Status: absent, always. Nothing is on record.',
  );
});

test('in a narrow picture a status that has no certain room in its bar stands at the end of the name', () => {
  const suspended = { type: 'operations.suspended', effective: '2020-10-01/2020-12-20' } as const;
  const record = recordOf({ kind: 'embassy', events: ['mission.established', suspended] });
  const wordsIn = (reading: 'latest' | 'earliest', to: string) => {
    const view = { ...viewOf('2020-01-01', to), width: 360 };
    const words = ofClass(historyPicture(historyOf(record, { ...KNOWN, reading }), view), 'word');
    return words.map((one) => [textsIn(one)[0], one.attributes['text-anchor'] === 'end']);
  };
  const operating = ['operating', false];
  expect(wordsIn('latest', '2021-12-31')).toEqual([operating, ['suspended', false]]);
  // Too narrow a bar.
  expect(wordsIn('latest', '2021-01-01')).toEqual([['suspended', true], operating]);
  // Wide enough, but most of it may be of the status before.
  expect(wordsIn('earliest', '2021-01-01')).toEqual([['suspended', true], operating]);
});

test('a number that begins on some day within a window grows upon these days, or that before it fades on them', () => {
  const events: Happening[] = [
    'mission.established',
    { type: 'ceiling.set', limit: 9, effective: '2020-03-01/2020-03-20' },
    { type: 'ceiling.set', limit: 4, effective: '2020-06-01/2020-06-20' },
  ];
  const at = (day: string) => dayScale(viewOf('2020-01-01', '2020-12-31')).x(dayNamed(day));
  for (const [reading, windows] of [
    [
      'latest',
      [
        ['2020-03-01', '2020-03-20'],
        ['2020-06-01', '2020-06-20'],
      ],
    ],
    // There was no ceiling before the first, so that none fades.
    ['earliest', [['2020-06-01', '2020-06-21']]],
  ] as const) {
    const history = historyOf(recordOf({ kind: 'embassy', events }), { ...KNOWN, reading });
    const picture = historyPicture(history, viewOf('2020-01-01', '2020-12-31'));
    const soft = ofClass(picture, 'doubtful').flatMap((one) => ofClass(one, 'fill-ceiling'));
    const edges = soft.map(({ attributes: { x = 0, width = 0 } }) => [Number(x), Number(x) + Number(width)]);
    // Where there is no number to grow or to fade, the edges of the window are still drawn.
    expect(ofClass(picture, 'steps').flatMap((one) => ofClass(one, 'stroke-quiet')).length).toBe(4);
    expect(edges).toEqual(windows.map((days) => days.map((day) => expect.closeTo(at(day), 1))));
    const days = reading === 'latest' ? '2020-03-20 to 2020-06-20' : '2020-03-01 to 2020-06-01';
    expect(ofClass(picture, 'lane')[0]?.attributes['aria-label']).toContain(
      `9 ${days} (from some day of 2020-03-01/2020-03-20)`,
    );
  }
});

test('the ids of a picture begin with its prefix, and all that it refers to is there', () => {
  const events: Happening[] = ['mission.established', { type: 'operations.suspended', effective: '2020-05' }];
  const picture = drawnOf(events, '2020-01-01', '2021-01-01', 'other');
  const ids = [...allOf(picture)].flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(ids.every((id) => String(id).startsWith('other-'))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  const used = [...svgText(picture).matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
  expect(used.length).toBeGreaterThan(3);
  for (const id of used) expect(ids).toContain(id);
});

test('every class of a picture is styled or only names what can be chosen', async () => {
  const record = await bundled();
  const picture = historyPicture(historyOf(record, KNOWN), viewOf('1997-01-01', '2027-01-01'));
  const names = [
    'picture',
    'axis',
    'lane',
    'period',
    'word',
    'event',
    'finding',
    'announcement',
    'announcements',
    'steps',
    'band',
    'unbounded',
    'doubtful',
    'legend',
  ];
  const sheet = styleSheet('light');
  for (const { attributes } of allOf(picture)) {
    for (const name of classesOf(attributes)) {
      if (!names.includes(name)) expect(sheet).toContain(`.picture .${name} {`);
    }
  }
  expect(sheet).not.toMatch(/var\(|[^:]--/);
});

test('the reader of a page may have another theme than the system', () => {
  expect(styleSheet('both')).toContain('.picture .paper { fill: light-dark(#fdfcf9, #14181e) }');
  expect(styleSheet('dark')).toContain('.picture .paper { fill: #14181e }');
});

test('the cursor is drawn over a picture, on its day only where that is shown', () => {
  const view = { ...viewOf('2020-01-01', '2021-01-01'), at: dayNamed('2020-05-01') };
  const picture = historyPicture(historyOf(recordOf({ kind: 'embassy', events: [] }), KNOWN), view);
  const cursor = cursorAt(picture, view);
  expect(cursor && textsIn(cursor)).toEqual(['2020-05-01']);
  expect(cursorAt(picture, { ...view, at: dayNamed('2021-01-01') })).toBeNull();
  expect(cursorAt(picture, { ...view, at: null })).toBeNull();
  expect(
    historyPicture(historyOf(recordOf({ kind: 'embassy', events: [] }), KNOWN), { ...view, at: null }),
  ).toEqual(picture);
});

test('four hundred lanes stand one under the other, each with its own subject', () => {
  const history = historyOf(recordGenerated(generated(400, 4000)), KNOWN);
  const span = spanOf(history);
  if (span === null) throw new Error('nothing is on record');
  const picture = historyPicture(history, {
    ...span,
    width: 1200,
    at: null,
    branch: null,
    isClickable: false,
    prefix: 'p',
  });
  const lanes = ofClass(picture, 'lane');
  expect(new Set(lanes.map(({ attributes }) => attributes['data-subject'])).size).toBe(400);
  expect(numberOf(picture, 'height')).toBeGreaterThan(400 * 40);
});

function drawnOf(events: readonly Happening[], from = '2019-12-01', to = '2020-12-01', prefix = 'p') {
  return historyPicture(
    historyOf(recordOf({ kind: 'embassy', events }), KNOWN),
    viewOf(from, to, { prefix }),
  );
}
