import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { isMap } from '../../src/events/read.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import { anyDossier, anyQuestion, eventsOf, type Raw, recordFrom, type WrittenDossier } from './dossiers.ts';
import { law } from './law.ts';

const light = { dates: 'close', subjects: 3 } as const;
const uncorrected = { ...light, changes: false } as const;

describe('law 40: accounts', () => {
  law(
    40,
    'the account of a party that tells nothing differently is the base answer',
    { runs: 200 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const [base, theirs] = [null, 'c'].map((account) => ({ ...when, account }));
      if (base === undefined || theirs === undefined) return;
      expect({ ...stateAt(record, theirs), account: null }).toEqual(stateAt(record, base));
      expect(timelineOf(record, theirs)).toEqual(timelineOf(record, base));
    }),
  );

  law(
    40,
    'an account that says nothing changes nothing',
    { runs: 100 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const retold = withEvents(written, (event) => ({
        ...event,
        accounts: { ...Object(event['accounts']), c: {} },
      }));
      const question = { ...when, account: 'c' };
      expect(stateAt(recordFrom(retold), question)).toEqual(stateAt(recordFrom(written), question));
    }),
  );

  law(
    40,
    'an account that says the same again changes nothing',
    { runs: 100 },
    fc.property(anyDossier(uncorrected), anyQuestion(), (written, when) => {
      const retold = withEvents(written, (event) => {
        const { subject: _, type: __, accounts = {}, ...said } = event;
        return { ...event, accounts: { ...Object(accounts), c: said } };
      });
      const question = { ...when, account: 'c' };
      expect(stateAt(recordFrom(retold), question)).toEqual(stateAt(recordFrom(written), question));
    }),
  );

  law(
    40,
    'an account is the record with its version of each event in place of the base',
    { runs: 300 },
    fc.property(
      anyDossier(uncorrected),
      anyQuestion(),
      fc.constantFrom('a', 'b'),
      (written, when, account) => {
        const theirs = withEvents(written, (event) => {
          const { accounts, ...base } = event;
          const told = isMap(accounts) ? accounts[account] : undefined;
          return { ...base, ...(isMap(told) ? told : {}) };
        });
        const answer = stateAt(recordFrom(theirs), { ...when, account: null });
        expect({ ...stateAt(recordFrom(written), { ...when, account }), account: null }).toEqual(answer);
      },
    ),
  );
});

function withEvents(
  { dossier, files }: WrittenDossier,
  change: (event: Raw, index: number) => Raw,
): WrittenDossier {
  return {
    dossier,
    files: files.map(({ file, entries }) => ({
      file,
      entries: entries.map((entry) =>
        'events' in entry ? { ...entry, events: eventsOf(entry).map(change) } : entry,
      ),
    })),
  };
}
