import pc from 'picocolors';
import { expect, test } from 'vitest';
import { stripsOf } from '../../src/cli/strip.ts';
import { historyOf } from '../../src/drawing/history.ts';
import type { Kind } from '../../src/events/dossier.ts';
import { levels } from '../../src/events/vocabulary.ts';
import { addDays, dayOf } from '../../src/time/day.ts';
import { KNOWN } from '../drawing/pictures.ts';
import { dayNamed, type Happening, IT, recordOf } from '../record.ts';

test('a strip has a sign for each stretch of days, and the years at its ends', () => {
  const events: Happening[] = [
    { type: 'mission.established', announced: '2001-01-01' },
    { type: 'operations.suspended', announced: '2003-01-01' },
    { type: 'mission.closed', announced: '2005-12-01' },
  ];
  expect(strip('embassy', events)).toBe(`  2001 ${'█'.repeat(20)}${'▒'.repeat(29)}${'─'.repeat(11)} 2006\n`);
});

test('what may have begun already, and what changes several times at once, has a sign of its own', () => {
  const events: Happening[] = [
    { type: 'mission.established', announced: '2001-01-01' },
    { type: 'operations.suspended', announced: '2001-06-01', effective: '2001-06-01/2003-01-01' },
    { type: 'operations.resumed', announced: '2005-06-15' },
    { type: 'operations.suspended', announced: '2005-06-16' },
    { type: 'operations.resumed', announced: '2005-06-17' },
  ];
  expect(strip('embassy', events)).toMatch(/^ {2}2001 █{5}~{19}▒{29}¦█{6} 2005\n$/);
});

test('every level of representation stands as high as it is', () => {
  const events = levels.map(
    (level, index): Happening => ({
      type: 'level.set',
      level,
      announced: dayOf(addDays(dayNamed('2001-01-01'), 400 * index)),
    }),
  );
  expect([...new Set(strip('representation', events))].join('')).toBe(' 201·▁▂▃▄▅▆▇█9\n');
});

test('the legend tells the signs that occur, and a narrow terminal or an empty record has no strips', () => {
  const history = historyOf(recordOf({ kind: 'embassy', events: ['mission.established'] }), KNOWN);
  expect(stripsOf(history, terminal(80))?.legend).toBe('· absent; █ operating\n');
  expect(stripsOf(history, terminal(60))).toBeNull();
  expect(stripsOf(historyOf(recordOf({ kind: 'embassy', events: [] }), KNOWN), terminal(80))).toBeNull();
});

function strip(kind: Kind, events: readonly Happening[]): string {
  return stripsOf(historyOf(recordOf({ kind, events }), KNOWN), terminal(72))?.of(IT) ?? '';
}

function terminal(columns: number) {
  return {
    out: () => {},
    err: () => {},
    screen: null,
    interrupted: () => ({ end: () => {} }),
    paint: pc.createColors(false),
    columns,
    today: dayOf(dayNamed('2020-01-01')),
  };
}
