import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventTypes } from '../../src/events/vocabulary.ts';
import { kindOf } from '../../src/replay/record.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { fieldsOfChart } from '../../src/simulation/path-fields.ts';
import type { Opened } from '../../src/web/dossier/opened.ts';
import { filesOf, linkOf, viewOf } from '../../src/web/link.ts';
import { firstView, rooms, type View } from '../../src/web/view.ts';
import { dayNamed } from '../record.ts';
import { openedBundled } from './opened.ts';

const TODAY = dayNamed('2026-02-03');

let opened: Pick<Opened, 'record' | 'scenarios' | 'isOwn'>;
let first: View;
beforeAll(async () => {
  opened = await openedBundled();
  first = firstView(opened.record, TODAY);
});

function problemsIn(link: string): readonly string[] {
  return viewOf(link, opened, first).problems;
}

describe('the link of a view', () => {
  test('is read back as the view that it was written from', () => {
    const day = fc.integer({ min: -50_000, max: 50_000 }).map((days) => dayNamed('2000-01-01') + days);
    const { record, scenarios } = opened;
    const subjects = Object.keys(record.dossier.subjects);
    const subject = fc.constantFrom(...subjects);
    const looked = fc.constantFrom(...subjects).chain((one) =>
      fc.record({
        subject: fc.constant(one),
        field: fc.option(fc.constantFrom(...fieldsOfChart(chartFor(kindOf(record, one))))),
      }),
    );
    const party = fc.constantFrom(...Object.keys(record.dossier.parties));
    const names = [...scenarios.keys()].map((file) => file.replace('.yaml', ''));
    const views: fc.Arbitrary<View> = fc.record({
      at: day,
      announcedBy: fc.option(day),
      recordedBy: fc.option(day),
      account: fc.option(party),
      reading: fc.constantFrom('latest', 'earliest'),
      act: fc.option(fc.constantFrom(...[...record.acts].map(({ act }) => act))),
      room: fc.constantFrom(...rooms),
      window: fc.option(day.map((from) => ({ from, to: from + 1 }))),
      scenario: fc.constantFrom(null, ...names.map((name) => ({ name }))),
      on: fc.constant('record'),
      filter: fc.record({
        subject: fc.option(subject),
        type: fc.option(fc.constantFrom('charge', ...eventTypes)),
        by: fc.option(party),
        findingsOnly: fc.boolean(),
        text: fc.string({ unit: 'binary' }),
      }),
    }) as fc.Arbitrary<View>;
    fc.assert(
      fc.property(views, looked, (rest, where) => {
        const view = { ...rest, ...where };
        expect(viewOf(linkOf(view, first, null), opened, first)).toEqual({ view, problems: [] });
      }),
      { numRuns: 40 },
    );
  });

  test('leaves out what is as in the first view, but not the day', () => {
    expect(linkOf(first, first, null)).toBe('at=2026-02-03');
    expect(viewOf('', opened, first)).toEqual({ view: first, problems: [] });
  });

  test('has the text of a scenario of its own, and which history is shown', () => {
    const [text = ''] = opened.scenarios.values();
    const view: View = { ...first, scenario: { text }, on: 'branch' };
    expect(viewOf(linkOf(view, first, null), opened, first)).toEqual({ view, problems: [] });
  });

  test('names the files that it is over, and is followed once they are open', () => {
    const link = linkOf({ ...first, room: 'record' }, first, 'NATO and Russia, missions and offices');
    expect(problemsIn(link)).toEqual([
      'files: the link is over files that are not open here: "NATO and Russia, missions and offices"; open them, and the link is followed. NATO and Russia, missions and offices is shown.',
    ]);
    expect(viewOf(link, { ...opened, isOwn: true }, first)).toMatchObject({
      view: { room: 'record' },
      problems: [],
    });
    expect(filesOf({ ...opened, isOwn: true })).toBe('NATO and Russia, missions and offices');
    expect(filesOf(opened)).toBeNull();
  });

  test('names an act that only its scenario assumes', () => {
    const link = 'scenario=offer-accepted&act=offer-accepted:answer';
    const [problem = ''] = problemsIn(link);
    const [, name = ''] = /did you mean (.*)\?|write one of/.exec(problem) ?? [];
    expect(name).toMatch(/^offer-accepted:/);
    expect(viewOf(`scenario=offer-accepted&act=${name}`, opened, first)).toMatchObject({
      view: { act: name },
      problems: [],
    });
    expect(problemsIn(`act=${name}`)).toEqual([expect.stringMatching(/^act: no such act: /)]);
  });
});

describe('of a link is told, and shown as in the first view', () => {
  test.each([
    ['at=banana', 'at: not a date: "banana"; write YYYY-MM-DD, as in 2021-11-01. 2026-02-03 is shown.'],
    ['at=2021-11', 'at: not one day: "2021-11"; write YYYY-MM-DD, as in 2021-11-01. 2026-02-03 is shown.'],
    [
      'announced-by=2021-11-31',
      'announced-by: not a date: "2021-11-31": November has 30 days; write a day up to 2021-11-30. All that was ever announced is shown.',
    ],
    [
      'recorded-by=',
      'recorded-by: not a date: "": it is empty; write YYYY-MM-DD, as in 2021-11-01. All that is on record is shown.',
    ],
    ['account=natto', 'account: no such party: natto; did you mean nato? No account is followed.'],
    [
      'reading=last',
      'reading: no such reading: last; did you mean latest? The last day of a doubtful date counts.',
    ],
    [
      'subject=rusian-mission',
      'subject: no such subject: rusian-mission; did you mean russian-mission? russian-mission is shown.',
    ],
    [
      'act=2021-10-06-natto',
      'act: no such act: 2021-10-06-natto; did you mean 2021-10-06-nato? No act is shown.',
    ],
    [
      'field=staff.cieling',
      'field: no such field of russian-mission: staff.cieling; did you mean staff.ceiling? No field is shown.',
    ],
    [
      'subject=information-office&field=holder',
      /^field: no such field of information-office: holder; write one of: status, .* No field is shown\.$/,
    ],
    [
      'room=zzz',
      'room: no such room: zzz; write one of: state, statechart, what-if, doubts, record. The first one is open.',
    ],
    [
      'window=2022-01-01/2021-01-01',
      'window: the second day lies before the first: "2022-01-01/2021-01-01"; write 2021-01-01/2022-01-01. All days are shown.',
    ],
    [
      'window=2022-01-01',
      'window: not two days: "2022-01-01"; write them as in 2021-01-01/2022-01-01. All days are shown.',
    ],
    [
      'window=2022-01-01/2022-01-01',
      'window: no day lies between: "2022-01-01/2022-01-01"; write a later second day. All days are shown.',
    ],
    [
      'scenario=ofer-accepted',
      'scenario: no such scenario: ofer-accepted; did you mean offer-accepted? The record stands alone.',
    ],
    ['on=branch', 'on: there is no branch without a scenario; write scenario=NAME too. The record is shown.'],
    ['of=nobody', /^of: no such subject: nobody; write one of: .* The entries of all subjects are listed\.$/],
    ['type=charg', 'type: no such event type: charg; did you mean charge? Entries of all types are listed.'],
    ['by=mars', /^by: no such party: mars; write one of: .* The entries of all parties are listed\.$/],
    [
      'findings=yes',
      'findings: no such choice of findings: yes; write one of: only. Not only findings are listed.',
    ],
    ['subjekt=russian-mission', 'no such part of a link: subjekt; did you mean subject? It is left out.'],
    ['at=2021-11-01&at=2021-11-02', 'at: it stands there more than once. The first counts.'],
    [
      'scenario=offer-accepted&scenario-text=x',
      'scenario-text: the link names a scenario too; leave one of them out. offer-accepted is shown.',
    ],
    ['scenario-text=x', 'scenario: it has a problem; see the room What if. The record stands alone.'],
  ])('%s', (link, expected) => {
    expect(problemsIn(link)).toEqual([
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    ]);
  });

  test('each problem by itself, beside what can be taken', () => {
    const { view, problems } = viewOf('at=2021-11-02&subject=nobody&room=zzz&account=nato', opened, first);
    expect(problems).toHaveLength(2);
    expect(view).toEqual({ ...first, at: dayNamed('2021-11-02'), account: 'nato' });
  });
});
