import { describe, expect, test } from 'vitest';
import { ACT, actWith, DOSSIER, dossierWith, type Files, troublesOf } from './folders.ts';

/** A correction or a retraction of an event, on five lines. */
function change(verb: 'corrects' | 'retracts', event: string, more = ''): string {
  return `- ${verb}: ${event}
  reason: A misprint
  recorded: 2024-01-01
  sources:
    - title: Erratum
${more}`;
}

describe('one thing that is wrong is told with its place and what to write instead', () => {
  test.each<[name: string, files: Files, told: string]>([
    [
      'an unknown field of an act',
      dossierWith(actWith(3, '  title: The office opens\n  annuonced: 2001')),
      'acts.yaml:4:3 annuonced: unknown field; did you mean announced?',
    ],
    [
      'an unknown field of an event',
      dossierWith(`${ACT}      efective: 2001\n`),
      'acts.yaml:10:7 events[0].efective: unknown field; did you mean effective?',
    ],
    [
      'an unknown field of a source',
      dossierWith(actWith(6, '    - title: Report\n      pages: 3')),
      'acts.yaml:7:7 sources[0].pages: unknown field; write one of: title, publisher, url, published, language, says, quote, certainty',
    ],
    [
      'an unknown field of the dossier',
      { 'dossier.yaml': `${DOSSIER}autor: me\n`, 'acts.yaml': ACT },
      'dossier.yaml:14:1 autor: unknown field; write one of: title, parties, subjects',
    ],
    [
      'an unknown field of a subject',
      { 'dossier.yaml': `${DOSSIER}    place: Moscow\n`, 'acts.yaml': ACT },
      'dossier.yaml:14:5 subjects.channel.place: unknown field; write one of: kind, name, sending, receiving, seat, note',
    ],
    [
      'a list where a text belongs',
      dossierWith(actWith(3, '  title: [The office, opens]')),
      'acts.yaml:3:10 title: not a text: a list; write text',
    ],
    [
      'a text where a list belongs',
      dossierWith(actWith(5, '  sources: Report').replace('    - title: Report\n', '')),
      'acts.yaml:5:12 sources: not the right form; write a list of sources, each with a title',
    ],
    [
      'a text where an act belongs',
      dossierWith(`- the office opens\n${ACT}`),
      'acts.yaml:1:3 not the right form: "the office opens"; write a map from fields to values',
    ],
    [
      'a text where a subject belongs',
      { 'dossier.yaml': DOSSIER.replace(/ {2}channel:.*/s, '  channel: yes\n'), 'acts.yaml': ACT },
      'dossier.yaml:11:12 subjects.channel: not the right form: "yes"; write a map from fields to values',
    ],
    [
      'a missing field, where its act begins',
      dossierWith(actWith(3, '')),
      'acts.yaml:1:3 title: missing; write text',
    ],
    [
      'a missing field, where its event begins',
      dossierWith(actWith(9, '      type: head.appointed')),
      'acts.yaml:8:7 events[0].name: missing; write text',
    ],
    [
      'an empty field',
      dossierWith(actWith(2, '  by:')),
      'acts.yaml:2:6 by: empty; write a short name of letters, digits and hyphens',
    ],
    [
      'a day that the calendar has not',
      dossierWith(actWith(4, '  announced: 2001-02-30')),
      'acts.yaml:4:14 announced: not a date: "2001-02-30": February 2001 has 28 days; write a day up to 2001-02-28',
    ],
    [
      'a month that the calendar has not',
      dossierWith(`${ACT}      effective: 2021-13-01\n`),
      'acts.yaml:10:18 events[0].effective: not a date: "2021-13-01": there is no month 13; write YYYY-MM-DD, as in 2021-11-01',
    ],
    [
      'an unknown subject',
      dossierWith(actWith(8, '    - subject: ofice')),
      'acts.yaml:8:16 events[0].subject: no such subject: ofice; did you mean office?',
    ],
    [
      'an unknown party that acts',
      dossierWith(actWith(2, '  by: belgium')),
      'acts.yaml:2:7 by: no such party: belgium; write one of: nato, russia',
    ],
    [
      'an unknown party that gives an account',
      dossierWith(`${ACT}      accounts:\n        rusia: {note: It was planned}\n`),
      'acts.yaml:11:9 events[0].accounts.rusia: no such party: rusia; did you mean russia?',
    ],
    [
      'an event that cannot happen to this kind of subject',
      dossierWith(actWith(8, '    - subject: channel')),
      'acts.yaml:9:13 events[0].type: nothing that can happen to channel, of kind channel: mission.established; write one of: channel.offered, channel.designated, channel.confirmed, channel.ended',
    ],
    [
      'an unknown event type',
      dossierWith(actWith(9, '      type: mission.estabished')),
      'acts.yaml:9:13 events[0].type: not an event type: "mission.estabished"; did you mean mission.established?',
    ],
    [
      'a second act by one name',
      dossierWith(ACT + ACT),
      'acts.yaml:10:8 act: a second act by this name: opening, which stands in acts.yaml already, as entry 1; write another name, as in opening-2',
    ],
    [
      'a second act by one name in another file',
      { ...dossierWith(ACT), 'more.yml': ACT },
      'more.yml:1:8 act: a second act by this name: opening, which stands in acts.yaml already, as entry 1; write another name, as in opening-2',
    ],
    [
      'a field written twice',
      dossierWith(actWith(3, '  title: One\n  title: Two')),
      'acts.yaml:4:3 a second "title", which stands in line 3 already; keep one of them',
    ],
    [
      'a correction of an event that is not there',
      dossierWith(ACT + change('corrects', 'opening/2', '  set: {note: doubtful}\n')),
      'acts.yaml:10:13 corrects: no such event: opening/2; did you mean opening/1?',
    ],
    [
      'a correction to a day that the calendar has not',
      dossierWith(ACT + change('corrects', 'opening/1', '  set:\n    effective: 2001-02-31\n')),
      'acts.yaml:16:16 set.effective: not a date: "2001-02-31": February 2001 has 28 days; write a day up to 2001-02-28',
    ],
    [
      'a correction to a subject of a kind to which the event cannot happen',
      dossierWith(ACT + change('corrects', 'opening/1', '  set:\n    subject: channel\n')),
      'acts.yaml:16:14 set.subject: nothing that can happen to channel, of kind channel: mission.established; write a subject to which it can happen, or retract the event',
    ],
    [
      'a second retraction of one event',
      dossierWith(ACT + change('retracts', 'opening/1') + change('retracts', 'opening/1')),
      'acts.yaml:15:13 retracts: opening/1 is already retracted; take this entry out',
    ],
    [
      'an act file that is no list',
      dossierWith('act: opening\nby: nato\n'),
      'acts.yaml:1:1 not a list of acts; begin each act with "- act: "',
    ],
    [
      'an empty dossier.yaml',
      { 'dossier.yaml': '# to be written\n', 'acts.yaml': ACT },
      'dossier.yaml:1:1 empty; write title, parties and subjects',
    ],
    [
      'a list as dossier.yaml',
      { 'dossier.yaml': ACT, 'acts.yaml': ACT },
      'dossier.yaml:1:1 not the right form: [{"act":"opening","by":"nato","title":"The office opens","a…; write a map from fields to values',
    ],
    [
      'the name of a prototype as a field',
      dossierWith(`${ACT}      __proto__: {note: planted}\n`),
      'acts.yaml:10:7 not a field name: "__proto__"; write another name',
    ],
    [
      'the name of a constructor as a field',
      dossierWith(`${ACT}      constructor: {prototype: {note: planted}}\n`),
      'acts.yaml:10:7 events[0].constructor: unknown field; write one of: subject, type, effective, accounts, note',
    ],
    [
      'the name of a constructor as a party',
      dossierWith(actWith(2, '  by: constructor')),
      'acts.yaml:2:7 by: no such party: constructor; write one of: nato, russia',
    ],
    [
      'a field name that would colour a terminal',
      dossierWith(`${ACT}      "\\e[31m": red\n`),
      'acts.yaml:10:7 a sign that is not text: U+001B; take it out',
    ],
    [
      'a merge key, which is no YAML 1.2',
      dossierWith(`${ACT}      <<: {note: merged}\n`),
      'acts.yaml:10:7 events[0]["<<"]: unknown field; write one of: subject, type, effective, accounts, note',
    ],
  ])('%s', async (_, files, told) => {
    expect(await troublesOf(files)).toEqual([told]);
  });
});

describe('many things that are wrong', () => {
  test('all files are told in one run, in the order of files and places', async () => {
    const files = {
      'dossier.yaml': `${DOSSIER}    seat: []\n`,
      'c.yaml': actWith(2, '  by: [nato').replace('opening', 'c'),
      'b.yaml': actWith(4, '  announced: soon')
        .replace('opening', 'b')
        .replace('title: Report', 'titel: Report'),
      'a.yaml': '- act: a\n\tby: nato\n',
      'd.yaml': new Uint8Array([0x2d, 0x20, 0xe9]),
    };
    expect(await troublesOf(files)).toEqual([
      'a.yaml:2:1 a tab in the indentation; indent with spaces',
      'b.yaml:4:14 announced: not a date: "soon"; write YYYY-MM-DD, as in 2021-11-01',
      'b.yaml:6:7 sources[0].title: missing; write text',
      'b.yaml:6:7 sources[0].titel: unknown field; did you mean title?',
      'c.yaml:2:7 [ without its ]; write ], and indent every line up to it',
      'd.yaml:1:3 not UTF-8: byte 0xE9; save the file as UTF-8',
      'dossier.yaml:14:11 subjects.channel.seat: not a text: a list; write text',
    ]);
  });

  test('where dossier.yaml cannot be read, no name is held against the acts', async () => {
    const files = { 'dossier.yaml': 'title: "An office', 'acts.yaml': actWith(2, '  by: belgium') };
    expect(await troublesOf(files)).toEqual([
      'dossier.yaml:1:8 a quotation mark that is never closed; write " at its end',
    ]);
  });

  test('where an act file cannot be read, no event that may stand in it is called missing', async () => {
    const files = {
      ...dossierWith(change('retracts', 'opening/1')),
      'more.yaml': ACT.replace('The office opens', '@office opens'),
    };
    expect(await troublesOf(files)).toEqual([
      'more.yaml:3:10 text that begins with @; put it in quotation marks',
    ]);
  });

  test('a fault in a source that aliases repeat is told once, where it stands', async () => {
    const shared = actWith(6, '    - &report\n      pages: 3');
    const later = ACT.replace('opening', 'later').replace(
      '- title: Report',
      '- title: Letter\n    - *report',
    );
    expect(await troublesOf(dossierWith(shared + later))).toEqual([
      'acts.yaml:7:7 sources[0].title: missing; write text',
      'acts.yaml:7:7 sources[0].pages: unknown field; write one of: title, publisher, url, published, language, says, quote, certainty',
    ]);
  });

  test('two fields that one act lacks are two problems, though both are told where it begins', async () => {
    expect(await troublesOf(dossierWith(actWith(2, '').replace('  title: The office opens\n', '')))).toEqual([
      'acts.yaml:1:3 by: missing; write a short name of letters, digits and hyphens',
      'acts.yaml:1:3 title: missing; write text',
    ]);
  });
});
