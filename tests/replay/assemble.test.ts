import { describe, expect, test } from 'vitest';
import { type ActFile, assemble, assembler } from '../../src/replay/assemble.ts';
import { assembled } from '../record.ts';

describe('a record put together', () => {
  test('has the acts in the order of their files by name, and of their entries', () => {
    const files = [
      file('b.yaml', act('c'), act('a')),
      file('a.yaml', act('d')),
      file('B.yaml', act('b')),
      file('c.yaml', act('e')),
    ];
    const { acts } = assembled(DOSSIER, files);
    expect([...acts].map(({ act: name, position }) => [name, position.file, position.act])).toEqual([
      ['b', 'B.yaml', 0],
      ['d', 'a.yaml', 0],
      ['c', 'b.yaml', 0],
      ['a', 'b.yaml', 1],
      ['e', 'c.yaml', 0],
    ]);
  });

  test('tells an event as a party does through all its corrections, until one takes that out', () => {
    const accounts = { a: { note: 'as a has it' }, b: { effective: '2020-05-01' } };
    const { events } = assembled(DOSSIER, [
      file(
        'a.yaml',
        act('opening', { accounts }),
        correction('opening/1', { note: 'as both have it' }, '2020-02-01'),
        correction('opening/1', { accounts: { b: { note: 'as b has it' } } }, '2020-03-01'),
        correction('opening/1', { effective: '2020-01-05' }, '2020-04-01'),
        correction('opening/1', { accounts: null }, '2020-05-01'),
      ),
    ]);
    const versions = events.get('opening/1')?.versions ?? [];
    const told = versions.map((version) =>
      [...version.accounts].map(([party, event]) => [party, event.note ?? null, event.effective.edtf]),
    );
    expect(told).toEqual([
      [
        ['a', 'as a has it', '2020-01-01'],
        ['b', null, '2020-05-01'],
      ],
      [
        ['a', 'as a has it', '2020-01-01'],
        ['b', 'as both have it', '2020-05-01'],
      ],
      [['b', 'as b has it', '2020-01-01']],
      [['b', 'as b has it', '2020-01-05']],
      [],
    ]);
  });

  test('is none without a dossier, though nothing else is wrong', () => {
    expect(assemble(null, [file('a.yaml', act('opening'))])).toEqual({ kind: 'problems', problems: [] });
    expect(assembler(null).finish(true)).toEqual({ record: null, problems: [] });
  });

  test('is none where an entry was wrong, as the assembler told when it took it', () => {
    const { add, finish } = assembler(DOSSIER);
    expect(add({ file: 'a.yaml', entry: 0 }, act('opening'))).toEqual([]);
    expect(add({ file: 'a.yaml', entry: 1 }, act('opening'))).toHaveLength(1);
    expect(add({ file: 'a.yaml', entry: 2 }, act('closing'))).toEqual([]);
    expect(finish(true)).toEqual({ record: null, problems: [] });
  });
});

describe('what stands in the way of a record is told', () => {
  test.each<[name: string, entries: readonly unknown[], problems: readonly string[]]>([
    [
      'of two acts by one name, at the second',
      [act('opening'), act('opening')],
      [
        '1.act a second act by this name: opening, which stands in a.yaml already, as entry 1; write another name, as in opening-2',
      ],
    ],
    [
      'of a second act by a name also what else is wrong with it',
      [act('closing'), act('opening'), act('opening', { subject: 'its' }), { ...act('opening'), by: 'c' }],
      [
        '2.act a second act by this name: opening, which stands in a.yaml already, as entry 2; write another name, as in opening-2',
        '2.events.0.subject no such subject: its; did you mean it?',
        '3.act a second act by this name: opening, which stands in a.yaml already, as entry 2; write another name, as in opening-2',
        '3.by no such party: c; did you mean a?',
      ],
    ],
    [
      'of an act whose name is none, nothing of a twin',
      [
        { ...act('opening'), act: ['opening'] },
        { ...act('opening'), act: ['opening'] },
      ],
      [
        '0.act not a name: a list; write a short name of letters, digits and hyphens',
        '1.act not a name: a list; write a short name of letters, digits and hyphens',
      ],
    ],
    [
      'of the names in an act that is broken otherwise',
      [
        {
          ...act('opening', {}, { subject: 'its' }, { subject: 'ties' }, { type: 'mission.open' }),
          title: '',
          by: 'c',
        },
        { ...act('closing'), by: ['c'] },
      ],
      [
        '0.title empty; write text',
        '0.events.3.type not an event type: "mission.open"; did you mean mission.closed?',
        '0.by no such party: c; did you mean a?',
        '0.events.1.subject no such subject: its; did you mean it?',
        '0.events.2.type nothing that can happen to ties, of kind relations: mission.established; did you mean relations.established?',
        '1.by not a name: a list; write a short name of letters, digits and hyphens',
      ],
    ],
    [
      'of a change in which something is wrong, nothing of the names in it',
      [{ ...correction('opening/1', {}), by: 'c', events: [{ subject: 'its', type: 'mission.closed' }] }],
      [
        '0.by unknown field; write one of: corrects, set, reason, recorded, sources',
        '0.events unknown field; write one of: corrects, set, reason, recorded, sources',
      ],
    ],
    [
      'of what is no entry',
      ['opening'],
      ['0 not the right form: "opening"; write a map from fields to values'],
    ],
    [
      'of a change of an event that is not on record, with those of its act',
      [act('opening', {}, {}), act('closing', {}), correction('opening/3000000', { note: 'x' })],
      ['2.corrects no such event: opening/3000000; write one of: opening/1, opening/2'],
    ],
    [
      'of a change of an act that is not on record, with what there is',
      [act('opening', {}, {}), act('closing', {}), retraction('reopening-of-it/1')],
      ['2.retracts no such event: reopening-of-it/1; write one of: opening/1, opening/2, closing/1'],
    ],
    [
      'of a change of an event in a broken act, nothing but the act',
      [
        { ...act('opening', {}, {}), title: '' },
        correction('opening/2', { note: 'x' }),
        retraction('opening/3000000'),
      ],
      [
        '0.title empty; write text',
        '2.retracts no such event: opening/3000000; write one of: opening/1, opening/2',
      ],
    ],
    [
      'of a change of an event in an act whose events cannot be read, nothing but the act',
      [{ ...act('opening'), events: 'none' }, retraction('opening/7'), retraction('closing/1')],
      [
        '0.events not the right form; write a list of events, [] if it changed nothing',
        '2.retracts no such event: closing/1; there are none',
      ],
    ],
    [
      'of a change of an event where an act has no name that can be read, nothing but the act',
      [{ ...act('opening', {}), act: 'the opening' }, act('closing', {}), retraction('the-opening/1')],
      ['0.act not a name: "the opening"; write letters, digits and hyphens, as in russian-mission'],
    ],
    [
      'of a change of what is not on record, though another change cannot be read',
      [act('closing', {}), { corrects: 'closing/1' }, retraction('opening/1')],
      [
        '1.set missing; write the fields that change',
        '1.reason missing; write text',
        '1.recorded missing; write YYYY-MM-DD',
        '1.sources missing; write a list of sources, each with a title',
        '2.retracts no such event: opening/1; write one of: closing/1',
      ],
    ],
    [
      'of an empty text, that it may be left out only where it may',
      [{ ...act('opening', { type: 'mission.closed', note: '' }), title: ' ', note: null }],
      [
        '0.title empty; write text',
        '0.note empty; write text, or leave the field out',
        '0.events.0.note empty; write text, or leave the field out',
      ],
    ],
    [
      'of a change of an event whose act has a broken twin',
      [
        act('opening', {}),
        { ...act('opening', {}, {}), title: '' },
        retraction('opening/1'),
        retraction('opening/2'),
      ],
      [
        '1.act a second act by this name: opening, which stands in a.yaml already, as entry 1; write another name, as in opening-2',
        '1.title empty; write text',
      ],
    ],
    [
      'of a change of an event that only the second act by a name has',
      [act('opening', {}), act('opening', {}, {}), retraction('opening/2')],
      [
        '1.act a second act by this name: opening, which stands in a.yaml already, as entry 1; write another name, as in opening-2',
        '2.retracts no such event: opening/2; did you mean opening/1?',
      ],
    ],
    [
      'of every change by itself',
      [
        act('opening', {}),
        retraction('opening/1'),
        retraction('opening/1', '2020-03-01'),
        retraction('opening/2'),
      ],
      [
        '3.retracts no such event: opening/2; did you mean opening/1?',
        '2.retracts opening/1 is already retracted; take this entry out',
      ],
    ],
  ])('%s', (_, entries, problems) => {
    expect(problemsOf(file('a.yaml', ...entries))).toEqual(problems);
  });

  test('but not of a change of what may stand in a file that could not be read', () => {
    const files = [file('a.yaml', act('opening'), retraction('closing/1'))];
    expect(assemble(DOSSIER, files, false).kind).toBe('record');
    expect(assemble(DOSSIER, files, true).kind).toBe('problems');
  });

  test('of another file by its name', () => {
    expect(problemsOf(file('b.yaml', act('opening')), file('a.yaml', act('opening')))).toEqual([
      '0.act a second act by this name: opening, which stands in a.yaml already, as entry 1; write another name, as in opening-2',
    ]);
  });
});

const DOSSIER = {
  title: 'A test',
  parties: { a: 'A', b: 'B' },
  subjects: { it: { kind: 'embassy', name: 'It' }, ties: { kind: 'relations', name: 'Ties' } },
} as const;
const SOURCES = [{ title: 'a source' }];

function file(name: string, ...entries: readonly unknown[]): ActFile {
  return { file: name, entries };
}

function act(name: string, ...events: readonly object[]) {
  return {
    act: name,
    by: 'a',
    title: `The ${name}`,
    announced: '2020-01-01',
    sources: SOURCES,
    events: events.map((data) => ({ subject: 'it', type: 'mission.established', ...data })),
  };
}

function correction(corrects: string, set: object, recorded = '2020-02-01') {
  return { corrects, set, reason: 'a better source', recorded, sources: SOURCES };
}

function retraction(retracts: string, recorded = '2020-02-01') {
  return { retracts, reason: 'a misprint', recorded, sources: SOURCES };
}

function problemsOf(...files: readonly ActFile[]): readonly string[] {
  const result = assemble(DOSSIER, files);
  if (result.kind === 'record') return [];
  return result.problems.map(({ path, what, instead }) => `${path.join('.')} ${what}; ${instead}`);
}
