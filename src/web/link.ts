/** The link of a view: written from it and read back, with all that cannot be taken from it. */
import { shown as quoted, shownName } from '../events/fields.ts';
import { eventTypes } from '../events/vocabulary.ts';
import { insteadOf, insteadOfName } from '../nearest.ts';
import { kindOf } from '../replay/record.ts';
import { chartFor } from '../replay/walk.ts';
import { fieldMeant, fieldsOfChart } from '../simulation/path-fields.ts';
import { type DayNumber, dayNumber, dayOf, parseDay } from '../time/day.ts';
import { parseEdtf } from '../time/edtf.ts';
import type { Opened } from './dossier/opened.ts';
import { FAMILIES } from './record/listed.ts';
import { rooms, type View, type Window } from './view.ts';
import { branchOf, nameOf } from './what-if/branch.ts';

/** What a link calls files of the reader: by their title, as their folder may be called otherwise elsewhere; null for none. */
export function filesOf({ isOwn, record }: Pick<Opened, 'isOwn' | 'record'>): string | null {
  return isOwn ? record.dossier.title : null;
}

/** The part of a link after its `#`. What stands as in the first view is left out, but the day never is. */
export function linkOf(view: View, first: View, files: string | null): string {
  const { filter } = view;
  const said = new URLSearchParams({ at: dayOf(view.at) });
  const say = (part: Part, text: string | null) => {
    if (text !== null && text !== '') said.set(part, text);
  };
  say('files', files);
  say('announced-by', view.announcedBy === null ? null : dayOf(view.announcedBy));
  say('recorded-by', view.recordedBy === null ? null : dayOf(view.recordedBy));
  say('account', view.account);
  say('reading', view.reading === first.reading ? null : view.reading);
  say('subject', view.subject === first.subject ? null : view.subject);
  say('field', view.field);
  say('act', view.act);
  say('room', view.room === first.room ? null : view.room);
  say('window', view.window && `${dayOf(view.window.from)}/${dayOf(view.window.to)}`);
  say('scenario', view.scenario && 'name' in view.scenario ? view.scenario.name : null);
  say('scenario-text', view.scenario && 'text' in view.scenario ? view.scenario.text : null);
  say('on', view.on === first.on ? null : view.on);
  say('of', filter.subject);
  say('type', filter.type);
  say('by', filter.by);
  say('findings', filter.findingsOnly ? 'only' : null);
  say('words', filter.text);
  return said.toString();
}

/** The parts of a link. */
const PARTS = [
  'at',
  'files',
  'announced-by',
  'recorded-by',
  'account',
  'reading',
  'subject',
  'field',
  'act',
  'room',
  'window',
  'scenario',
  'scenario-text',
  'on',
  'of',
  'type',
  'by',
  'findings',
  'words',
] as const;

type Part = (typeof PARTS)[number];

/** What a part of a link means, or what is wrong with it and what to write instead. */
type Meaning<T> = { readonly means: T } | { readonly what: string; readonly instead: string };

/**
 * The view of a link, and a message for each part of it that means nothing beside this record: what is wrong, what to
 * write instead, and what is shown, which is as in the first view.
 */
export function viewOf(
  link: string,
  opened: Pick<Opened, 'record' | 'scenarios' | 'isOwn'>,
  first: View,
): { readonly view: View; readonly problems: readonly string[] } {
  const said = new URLSearchParams(link);
  const problems: string[] = [];
  const { record, scenarios } = opened;
  const parties = Object.keys(record.dossier.parties);
  const subjects = Object.keys(record.dossier.subjects);
  for (const part of new Set(said.keys())) {
    const known: readonly string[] = PARTS;
    if (!known.includes(part)) {
      problems.push(
        `no such part of a link: ${shownName(part)}; ${ended(insteadOf(part, PARTS))} It is left out.`,
      );
    } else if (said.getAll(part).length > 1)
      problems.push(`${part}: it stands there more than once. The first counts.`);
  }
  const files = said.get('files');
  if (files !== null && files !== filesOf(opened)) {
    problems.push(
      `files: the link is over files that are not open here: ${quoted(files)}; open them, and the link is followed. ` +
        `${record.dossier.title} is shown.`,
    );
  }
  const names = [...scenarios.keys()].map(nameOf);
  const text = read('scenario-text', anyText, null, '');
  const scenario = read('scenario', among('scenario', names), null, 'The record stands alone.');
  if (scenario !== null && text !== null)
    problems.push(
      `scenario-text: the link names a scenario too; leave one of them out. ${scenario} is shown.`,
    );
  const subject = read(
    'subject',
    among('subject', subjects),
    first.subject,
    `${first.subject ?? 'None'} is shown.`,
  );
  const view: View = {
    at: read('at', day, first.at, `${dayOf(first.at)} is shown.`),
    announcedBy: read('announced-by', day, first.announcedBy, 'All that was ever announced is shown.'),
    recordedBy: read('recorded-by', day, first.recordedBy, 'All that is on record is shown.'),
    account: read('account', among('party', parties), first.account, 'No account is followed.'),
    reading: read(
      'reading',
      among('reading', READINGS),
      first.reading,
      'The last day of a doubtful date counts.',
    ),
    subject,
    field: read('field', fieldIn, first.field, 'No field is shown.'),
    act: null,
    room: read('room', among('room', rooms), first.room, 'The first one is open.'),
    window: read('window', windowOf, first.window, 'All days are shown.'),
    scenario: scenario !== null ? { name: scenario } : text !== null ? { text } : null,
    on: read('on', among('history', HISTORIES), first.on, 'The record is shown.'),
    filter: {
      subject: read('of', among('subject', subjects), null, 'The entries of all subjects are listed.'),
      type: read('type', among('event type', SORTS), null, 'Entries of all types are listed.'),
      by: read('by', among('party', parties), null, 'The entries of all parties are listed.'),
      findingsOnly:
        read('findings', among('choice of findings', ['only']), null, 'Not only findings are listed.') !==
        null,
      text: read('words', anyText, '', ''),
    },
  };
  const beside = branchOf(opened, view);
  if (beside.kind === 'problems') {
    const many = beside.problems.length === 1 ? 'a problem' : `${beside.problems.length} problems`;
    problems.push(`scenario: it has ${many}; see the room What if. The record stands alone.`);
  }
  if (view.on === 'branch' && beside.kind === 'none')
    problems.push('on: there is no branch without a scenario; write scenario=NAME too. The record is shown.');
  const branch = beside.kind === 'branch' ? beside.branch.record : record;
  const act = read('act', actIn, first.act, 'No act is shown.');
  return { view: { ...view, act }, problems };

  function read<T>(part: Part, meaning: (text: string) => Meaning<T>, otherwise: T, instead: string): T {
    const written = said.get(part);
    if (written === null) return otherwise;
    const meant = meaning(written);
    if ('means' in meant) return meant.means;
    problems.push(`${part}: ${meant.what}; ${ended(meant.instead)} ${instead}`);
    return otherwise;
  }

  function fieldIn(name: string): Meaning<string> {
    if (subject === null) return { what: 'there is no subject to have one', instead: 'leave it out' };
    const chart = chartFor(kindOf(record, subject));
    const meant = fieldMeant(chart, name);
    if (meant !== null) return { means: meant };
    return {
      what: `no such field of ${subject}: ${shownName(name)}`,
      instead: insteadOf(name, fieldsOfChart(chart)),
    };
  }

  function actIn(name: string): Meaning<string> {
    if (record.acts.get(name) !== null || branch.acts.get(name) !== null) return { means: name };
    return { what: `no such act: ${shownName(name)}`, instead: insteadOfName(name, namesOf(branch)) };
  }
}

const READINGS = ['latest', 'earliest'] as const;
const HISTORIES = ['record', 'branch'] as const;
const SORTS: readonly string[] = [...FAMILIES, ...eventTypes];

/** As a sentence. */
function ended(instead: string): string {
  return instead.endsWith('?') ? instead : `${instead}.`;
}

function anyText(text: string): Meaning<string> {
  return { means: text };
}

function day(text: string): Meaning<DayNumber> {
  const read = parseDay(text);
  if (read !== null) return { means: dayNumber(read) };
  const date = parseEdtf(text);
  return date.kind === 'problem'
    ? date.problem
    : { what: `not one day: ${quoted(text)}`, instead: 'write YYYY-MM-DD, as in 2021-11-01' };
}

function windowOf(text: string): Meaning<Window> {
  const [from = null, to = null, ...more] = text.split('/').map(dayIn);
  if (from === null || to === null || more.length > 0) {
    return { what: `not two days: ${quoted(text)}`, instead: 'write them as in 2021-01-01/2022-01-01' };
  }
  if (from < to) return { means: { from, to } };
  return from === to
    ? { what: `no day lies between: ${quoted(text)}`, instead: 'write a later second day' }
    : {
        what: `the second day lies before the first: ${quoted(text)}`,
        instead: `write ${dayOf(to)}/${dayOf(from)}`,
      };
}

function dayIn(text: string): DayNumber | null {
  const read = parseDay(text);
  return read === null ? null : dayNumber(read);
}

function among<T extends string>(what: string, words: readonly T[]): (text: string) => Meaning<T> {
  return (text) => {
    const word = words.find((one) => one === text);
    if (word !== undefined) return { means: word };
    return { what: `no such ${what}: ${shownName(text)}`, instead: insteadOfName(text, words) };
  };
}

function* namesOf({ acts }: Opened['record']): Iterable<string> {
  for (const { act } of acts) yield act;
}
