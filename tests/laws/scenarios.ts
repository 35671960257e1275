/** Scenarios drawn from dossiers: some of their acts are assumed instead of being on record. */
import { isMap } from '../../src/events/read.ts';
import { readScenario } from '../../src/events/read-scenario.ts';
import type { Scenario } from '../../src/events/scenario.ts';
import { logOf } from '../../src/replay/log.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { standingsAt } from '../../src/replay/standing.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import type { Chain } from '../../src/simulation/chain.ts';
import { branchUnder } from '../../src/simulation/play.ts';
import { problemsOf } from '../../src/simulation/sound.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { type Raw, shownAsFiles, type WrittenDossier } from './dossiers.ts';

/** A dossier without some of its acts, and these; what would change them is left out. */
export interface Parted {
  readonly rest: WrittenDossier;
  readonly first: readonly Raw[];
  readonly second: readonly Raw[];
}

/** Parts the acts of a dossier as drawn, act by act; the act that opens it stays. */
export function partedActs(
  written: WrittenDossier,
  choices: readonly ('keep' | 'first' | 'second')[],
): Parted {
  const acts = written.files.flatMap(({ entries }) =>
    entries.filter((entry) => typeof entry['act'] === 'string'),
  );
  const chosen = (choice: 'first' | 'second') =>
    acts.filter(({ act }, index) => act !== 'a1' && choices[index] === choice);
  const [first, second] = [chosen('first'), chosen('second')];
  const names = [...first, ...second].map(({ act }) => act);
  const files = written.files.map(({ file, entries }) => ({
    file,
    entries: entries.filter((entry) => !names.includes(actNamed(entry))),
  }));
  return { rest: shownAsFiles({ ...written, files }), first, second };
}

/** The act that an entry is, or changes. */
function actNamed(entry: Raw): string {
  const named = entry['act'] ?? entry['corrects'] ?? entry['retracts'];
  return String(named).split('/')[0] ?? '';
}

/** The dossier with more entries, in a file that comes last. */
export function withEntries({ dossier, files }: WrittenDossier, entries: readonly Raw[]): WrittenDossier {
  return shownAsFiles({ dossier, files: [...files, { file: 'z.yaml', entries }] });
}

/** A scenario as its file would have it; acts that are assumed need no sources. */
export function scenario(raw: Raw): Scenario {
  const { acts = [] } = raw;
  const bare = Array.isArray(acts) ? acts.filter(isMap).map(({ sources: _, ...act }) => act) : [];
  const read = readScenario({ scenario: 's', title: 'A test', ...raw, acts: bare });
  if (read.kind === 'value') return read.value;
  throw new Error(read.problems.map(({ path, what }) => `${path.join('.')}: ${what}`).join('\n'));
}

/** The branch of scenarios that must be without problems. */
export function branchOn(record: EventRecord, chain: Chain): EventRecord {
  const problems = problemsOf(record, chain);
  if (problems.length > 0)
    throw new Error(problems.map(({ path, what }) => `${path.join('.')}: ${what}`).join('\n'));
  return branchUnder(record, chain).record;
}

/** Everything that a question can be answered with, as text, without the marks of scenarios `s` and `t`. */
export function unmarkedAnswers(record: EventRecord, when: AsOf): string {
  const selection = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };
  const all = [
    [...standingsAt(record, when)],
    stateAt(record, when),
    timelineOf(record, when),
    logOf(record, when, selection),
  ];
  return JSON.stringify(all)
    .replaceAll(/"hypothetical":"[st]",/g, '')
    .replaceAll(/(?<=")[st]:/g, '');
}
