/** A terminal that nobody looks at, of eighty columns and without colours. */
import pc from 'picocolors';
import { dayOf } from '../../src/time/day.ts';
import { dayNamed } from '../record.ts';

export const terminal = {
  out: () => {},
  err: () => {},
  screen: null,
  interrupted: () => ({ end: () => {} }),
  paint: pc.createColors(false),
  columns: 80,
  today: dayOf(dayNamed('2022-01-01')),
};
