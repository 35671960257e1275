import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { stateAt } from '../../src/replay/world.ts';
import { remade } from '../record.ts';
import {
  anyDossier,
  anyQuestion,
  eventsOf,
  type Raw,
  recordFrom,
  shownAsFiles,
  type WrittenDossier,
} from './dossiers.ts';
import { law } from './law.ts';

const light = { dates: 'close', subjects: 2, entries: 6 } as const;

describe('law 27: streams are independent', () => {
  law(
    27,
    'with the events of its own alone a subject is in the same state',
    { runs: 200 },
    fc.property(anyDossier({ ...light, subjects: 4 }), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const world = stateAt(record, when);
      for (const id of Object.keys(record.dossier.subjects)) {
        const own = [...record.events].filter(({ versions }) =>
          versions.some(({ event }) => event?.subject === id),
        );
        const alone = stateAt(remade(record, { events: own }), when);
        expect(alone.subjects[id]).toEqual(world.subjects[id]);
        const asked = stateAt(record, when, [id]);
        expect(asked.subjects).toEqual({ [id]: world.subjects[id] });
        expect(asked.findings).toEqual(world.findings.filter(({ subject }) => subject === id));
      }
    }),
  );

  const order = fc.array(fc.boolean(), { maxLength: 20 });
  law(
    27,
    'the acts that concern others may stand anywhere among its own',
    { runs: 200 },
    fc.property(anyDossier(light), anyDossier(light), order, anyQuestion(), (mine, others, turns, when) => {
      const together = stateAt(recordFrom(interleaved(mine, elsewhere(others), turns)), when);
      const alone = stateAt(recordFrom(mine), when);
      expect(together.subjects).toMatchObject(alone.subjects);
      expect(together.findings.filter(({ subject }) => subject in alone.subjects)).toEqual(alone.findings);
    }),
  );
});

/** The same dossier, of other subjects and acts. */
function elsewhere({ dossier, files }: WrittenDossier): WrittenDossier {
  const renamed = (id: unknown) => `other-${id}`;
  return {
    dossier: {
      ...dossier,
      subjects: Object.fromEntries(
        Object.entries(dossier.subjects).map(([id, subject]) => [renamed(id), subject]),
      ),
    },
    files: files.map(({ file, entries }) => ({
      file,
      entries: entries.map((entry): Raw => {
        if ('retracts' in entry) return { ...entry, retracts: renamed(entry['retracts']) };
        if ('corrects' in entry)
          return { ...entry, corrects: renamed(entry['corrects']), set: moved(entry['set']) };
        return { ...entry, act: renamed(entry['act']), events: eventsOf(entry).map(moved) };
      }),
    })),
  };

  function moved(event: unknown): Raw {
    const fields: Raw = { ...Object(event) };
    return 'subject' in fields ? { ...fields, subject: renamed(fields['subject']) } : fields;
  }
}

/** Both dossiers in one; in each file their entries take turns. */
function interleaved(
  mine: WrittenDossier,
  others: WrittenDossier,
  turns: readonly boolean[],
): WrittenDossier {
  const names = [...new Set([...mine.files, ...others.files].map(({ file }) => file))];
  const files = names.map((file) => {
    const [a = [], b = []] = [mine, others].map(({ files: all }) => [
      ...(all.find((one) => one.file === file)?.entries ?? []),
    ]);
    const entries: Raw[] = [];
    for (let turn = 0; a.length + b.length > 0; turn++) {
      const next = (turns[turn % turns.length] ? a.shift() : b.shift()) ?? a.shift() ?? b.shift();
      if (next !== undefined) entries.push(next);
    }
    return { file, entries };
  });
  const subjects = { ...mine.dossier.subjects, ...others.dossier.subjects };
  return shownAsFiles({ dossier: { ...mine.dossier, subjects }, files });
}
