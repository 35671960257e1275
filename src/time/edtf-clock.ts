import { dayNumber, parseDay } from './day.ts';
import { type Span, type Trouble, trouble } from './edtf-date.ts';

/** A day with the clock time at which something took hold on it. */
export type Moment = Omit<Span, 'kind'> & { readonly kind: 'moment'; readonly clock: number };

/** Whether a text sets out to give a clock time: a T after something like a date. */
export function hasClock(text: string): boolean {
  return CLOCK_MARK.test(text);
}

/**
 * A local day with its clock time and zone, `2020-07-24T16:00-05:00` (RFC 3339; a zone of whole hours may leave its
 * minutes out). The day stays the local one; `clock` is minutes from the start of that day, corrected by the
 * zone so that moments of one day compare: below 0 or above 1440 where UTC has another day. Seconds are its fraction.
 */
export function parseMoment(text: string): Moment | Trouble {
  const mark = text.indexOf('T');
  const day = parseDay(text.slice(0, mark));
  if (/[~?%]/.test(text))
    return trouble('a clock time takes no ~ ? %', 'write the day alone, as 2020-07-24~');
  if (day === null) return trouble('a clock time needs a real day before it', EXAMPLE);
  const match = CLOCK.exec(text.slice(mark + 1));
  if (match === null) return trouble('a clock time is hh:mm or hh:mm:ss with a zone', EXAMPLE);
  const [, hour = '', minute = '', second = '00', zone] = match;
  if (Number(hour) > 23) return trouble(`there is no hour ${hour}`, 'write an hour from 00 to 23');
  if (Number(minute) > 59) return trouble(`there is no minute ${minute}`, 'write a minute from 00 to 59');
  if (Number(second) > 59) return trouble(`there is no second ${second}`, 'write a second from 00 to 59');
  if (zone === undefined) {
    return trouble(
      'a clock time without its zone',
      `write the zone, as in ${day}T${hour}:${minute}-05:00, or ${day}`,
    );
  }
  const offset = zoneMinutes(zone);
  if (offset === null) return trouble(`there is no zone ${zone}`, EXAMPLE);
  const first = dayNumber(day);
  const clock = Number(hour) * 60 + Number(minute) - offset + Number(second) / 60;
  return { kind: 'moment', first, last: first, doubtful: false, clock };
}

const CLOCK_MARK = /^[0-9X~?%-]{4,16}T/;
const CLOCK = /^(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}(?::\d{2})?)?$/;
const EXAMPLE = 'write day, time and zone, as in 2020-07-24T16:00-05:00';

/** Minutes ahead of UTC; null beyond 15:59, past the widest that any place has kept. */
function zoneMinutes(zone: string): number | null {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (hours > 15 || minutes > 59) return null;
  return (hours * 60 + minutes) * (zone.startsWith('-') ? -1 : 1);
}
