/** The record that a question is asked of: that of a dossier, or a branch of it. */
import type { EventRecord } from '../replay/record.ts';
import type { Chain } from '../simulation/chain.ts';
import type { Branch } from '../simulation/play.ts';
import { type Asked, type Opened, open } from './ask.ts';
import type { Terminal } from './terminal.ts';

/** The branch of a scenario, and what an answer about it rests on. */
export interface OpenedBranch {
  readonly title: string;
  readonly record: EventRecord;
  readonly basis: Opened['basis'];
  readonly chain: Chain;
  readonly happenings: Branch['happenings'];
}

/** Opens the dossier that is asked about, and takes the branch of a scenario where one is named. */
export async function openAsked(
  asked: Pick<Asked, 'dossier' | 'scenario'>,
  terminal: Terminal,
): Promise<Opened> {
  const { opened, branch } = await openBoth(asked, terminal);
  return branch === null ? opened : { ...opened, record: branch.record, basis: branch.basis };
}

/** Opens the dossier that is asked about, and beside it the branch of a scenario where one is named. */
export async function openBoth(
  { dossier, scenario }: Pick<Asked, 'dossier' | 'scenario'>,
  terminal: Terminal,
): Promise<{ readonly opened: Opened; readonly branch: OpenedBranch | null }> {
  const opened = await open(dossier, terminal);
  if (scenario === undefined) return { opened, branch: null };
  const [{ scenariosAsked }, { branchUnder }, { digestOf }] = await Promise.all([
    import('./scenarios.ts'),
    import('../simulation/play.ts'),
    import('../store/digest.ts'),
  ]);
  const [chain = []] = scenariosAsked([scenario], opened.record, dossier);
  const { record, happenings } = branchUnder(opened.record, chain);
  const { version } = opened.basis;
  const last = chain.at(-1);
  const name = last?.scenario ?? scenario;
  const basis = { record: digestOf(record), events: record.events.size, version, scenario: name };
  return { opened, branch: { title: last?.title ?? name, record, basis, chain, happenings } };
}
