/** The record that a question is asked of: that of a dossier, or a branch of it. */
import { type Asked, type Opened, open } from './ask.ts';
import type { Terminal } from './terminal.ts';

/** Opens the dossier that is asked about, and takes the branch of a scenario where one is named. */
export async function openAsked(
  { dossier, scenario }: Pick<Asked, 'dossier' | 'scenario'>,
  terminal: Terminal,
): Promise<Opened> {
  const opened = await open(dossier, terminal);
  if (scenario === undefined) return opened;
  const [{ scenariosAsked }, { branchUnder }, { digestOf }] = await Promise.all([
    import('./scenarios.ts'),
    import('../simulation/play.ts'),
    import('../store/digest.ts'),
  ]);
  const [chain = []] = scenariosAsked([scenario], opened.record, dossier);
  const { record } = branchUnder(opened.record, chain);
  const { version } = opened.basis;
  const name = chain.at(-1)?.scenario ?? scenario;
  return {
    ...opened,
    record,
    basis: { record: digestOf(record), events: record.events.size, version, scenario: name },
  };
}
