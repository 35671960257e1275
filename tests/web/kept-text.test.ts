/** The reader's own scenario while the page is open. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import type { Go, View } from '../../src/web/view.ts';
import { ownIn, textLeft } from '../../src/web/what-if/kept-text.ts';
import { FIRST_TEXT } from '../../src/web/what-if/own-scenario.ts';
import { recordOf } from '../record.ts';

let opened: { readonly record: EventRecord };
beforeAll(() => {
  opened = { record: recordOf({ kind: 'embassy', events: ['mission.established'] }) };
});

/** A page that shows scenarios of its own. */
function page() {
  const record = recordOf({ kind: 'embassy', events: ['mission.established'] });
  let scenario: View['scenario'] = null;
  const asked: View['scenario'][] = [];
  const ways: Parameters<Go>[1][] = [];
  return {
    record,
    asked,
    ways,
    show: (next: View['scenario']) => {
      scenario = next;
    },
    own: () =>
      ownIn({ record }, { scenario }, (some, how) => {
        scenario = some.scenario ?? null;
        asked.push(scenario);
        ways.push(how);
      }),
  };
}

test('is none where the view shows none, or a ready one', () => {
  expect(ownIn(opened, { scenario: null }, () => {})).toBe(null);
  expect(ownIn(opened, { scenario: { name: 'x' } }, () => {})).toBe(null);
});

describe('what is written becomes the view’s', () => {
  test('as a step by a form or by going back, as part of what goes on by hand', () => {
    const { own, show, ways } = page();
    show({ text: 'a' });
    own()?.write('b', 'form');
    own()?.write('c', 'hand');
    own()?.goBack();
    expect(ways).toEqual(['step', 'goes on', 'step']);
  });

  test('and can be taken back step by step', () => {
    const { own, show } = page();
    show({ text: 'a' });
    expect(own()?.canGoBack).toBe(false);
    own()?.write('b', 'form');
    own()?.write('c', 'form');
    expect(own()).toMatchObject({ text: 'c', canGoBack: true });
    expect(own()?.goBack()).toBe('b');
    expect(own()).toMatchObject({ text: 'b', canGoBack: true });
    own()?.goBack();
    expect(own()).toMatchObject({ text: 'a', canGoBack: false });
  });

  test('and nothing is asked of the page where nothing changes', () => {
    const { own, show, asked } = page();
    show({ text: 'a' });
    own()?.write('a', 'hand');
    own()?.goBack();
    expect(asked).toEqual([]);
  });

  test('two steps taken before the page is drawn anew are both kept', () => {
    const { own, show } = page();
    show({ text: 'a' });
    const before = own();
    before?.write('b', 'hand');
    before?.write('c', 'form');
    own()?.goBack();
    expect(own()?.text).toBe('b');
  });
});

test('what comes by a link or a file is a step too', () => {
  const { own, show } = page();
  show({ text: 'a' });
  own();
  show({ text: 'from a file' });
  own()?.goBack();
  expect(own()?.text).toBe('a');
});

test('it is taken up again as it was left, and begins with a first text', () => {
  const { own, show, record } = page();
  expect(textLeft({ record })).toBe(FIRST_TEXT);
  show({ text: 'a' });
  own()?.write('b', 'form');
  show({ name: 'ready' });
  expect(own()).toBe(null);
  expect(textLeft({ record })).toBe('b');
});
