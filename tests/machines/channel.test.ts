import { describe, test } from 'vitest';
import { given } from '../record.ts';
import { tourOf } from './tour.ts';

const designated = {
  type: 'channel.designated',
  holder: 'Ambassador to Belgium',
  capacity: 'bilateral ambassador',
} as const;

describe('a channel (VCDR 5(3), 45, 46)', () => {
  test('offered, it may have no holder yet', () => {
    given('channel').when('channel.offered').leaves({ status: 'offered', holder: null, capacity: null });
    given('channel', 'channel.offered')
      .when({ type: 'channel.offered', holder: 'an ambassador' })
      .leaves({ status: 'offered', holder: 'an ambassador' });
  });

  test('a holder is named, with or without an offer before', () => {
    given('channel').when(designated).leaves({
      status: 'designated',
      holder: 'Ambassador to Belgium',
      capacity: 'bilateral ambassador',
    });
    given('channel', 'channel.offered')
      .when(designated)
      .leaves({ status: 'designated', state: 'designated.unconfirmed' });
  });

  test('the other side confirms it, once and again', () => {
    given('channel', designated).when('channel.confirmed').leaves({ state: 'designated.confirmed' });
    given('channel', designated, 'channel.confirmed')
      .when('channel.confirmed')
      .leaves({ state: 'designated.confirmed', holder: 'Ambassador to Belgium' });
    given('channel').when('channel.confirmed').hasNoPlaceWhile('none');
    given('channel', 'channel.offered').when('channel.confirmed').hasNoPlaceWhile('offered');
  });

  test('another holder is not confirmed yet', () => {
    given('channel', designated, 'channel.confirmed')
      .when({ type: 'channel.designated', holder: 'somebody else' })
      .leaves({ state: 'designated.unconfirmed', holder: 'somebody else', capacity: null });
  });

  test('ended, it has no holder, and may be offered or designated again', () => {
    given('channel', designated)
      .when('channel.ended')
      .leaves({ status: 'ended', holder: null, capacity: null });
    given('channel', 'channel.offered').when('channel.ended').leaves({ status: 'ended' });
    given('channel', designated, 'channel.ended').when('channel.offered').leaves({ status: 'offered' });
    given('channel', designated, 'channel.ended').when(designated).leaves({ status: 'designated' });
    given('channel', designated, 'channel.ended').when('channel.ended').hasNoPlaceWhile('ended');
    given('channel').when('channel.ended').hasNoPlaceWhile('none');
  });

  test('a tour', () => {
    tourOf('channel', ['channel.offered', designated, 'channel.confirmed', 'channel.ended']);
  });
});
