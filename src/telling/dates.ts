/** Dates of the Extended Date/Time Format in the words of somebody who never heard of it. */

/**
 * `[2021-10-18..2021-11-05~]` as `some day from 2021-10-18 to about 2021-11-05`, `../1997-10` as `on or before 1997-10`,
 * `2025-12-03?` as `2025-12-03 (doubtful)`. What has no plainer words stays as it is written.
 */
export function dateInWords(edtf: string): string {
  const inside = /^\[(.*)\]$/.exec(edtf)?.[1];
  const [first, last, ...others] = inside === undefined ? edtf.split('/') : inside.split('..');
  if (first === undefined || others.length > 0 || inside?.includes(',')) return edtf;
  if (last === undefined) return inside === undefined ? pointInWords(first, true) : edtf;
  const [from, to] = [isOpen(first) ? null : pointInWords(first), isOpen(last) ? null : pointInWords(last)];
  if (from === null) return to === null ? 'some day' : `on or before ${to}`;
  return to === null ? `on or after ${from}` : `some day from ${from} to ${to}`;
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

/** A day, or a month or a year in which it lies; `alone` where it is all of the date. */
function pointInWords(point: string, alone = false): string {
  const [, date = '', sign = ''] = /^([^~?%]*)([~?%]?)$/.exec(point) ?? [];
  if (date === '') return point;
  const isWide = /^\d{4}(-\d{2})?$/.test(date);
  const about = sign === '~' || sign === '%' ? 'about ' : '';
  const doubtful = sign === '?' || sign === '%' ? ' (doubtful)' : '';
  return `${alone && isWide ? 'some day in ' : ''}${about}${date}${doubtful}`;
}
