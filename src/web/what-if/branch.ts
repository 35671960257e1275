/** From the scenario that a view names to its branch beside the record, or to all that is wrong with it. */
import type { Scenario } from '../../events/scenario.ts';
import { insteadOf } from '../../nearest.ts';
import type { EventRecord } from '../../replay/record.ts';
import type { Chain } from '../../simulation/chain.ts';
import { type Branch, branchUnder } from '../../simulation/play.ts';
import { LARGEST, tooLarge, unopened, type YamlFile } from '../../store/file.ts';
import { scenarioFrom } from '../../store/scenario.ts';
import type { Trouble } from '../../store/trouble.ts';
import type { Opened } from '../dossier/opened.ts';
import { remembering } from '../remembered.ts';
import type { View } from '../view.ts';

/** What stands beside the record. */
export type Beside =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'branch';
      /** The scenario asked about, the last of the chain. */
      readonly scenario: Scenario;
      readonly chain: Chain;
      readonly branch: Branch;
    }
  | { readonly kind: 'problems'; readonly problems: readonly Trouble[] };

/** The branch of the scenario of a view; the same one, as long as the record and the texts stay. */
export function branchOf(
  { record, scenarios }: Pick<Opened, 'record' | 'scenarios'>,
  { scenario }: Pick<View, 'scenario'>,
): Beside {
  if (scenario === null) return NONE;
  const [file, own] =
    'name' in scenario ? [fileOf(scenarios, scenario.name), null] : [OWN_FILE, scenario.text];
  return branches.of(record, [file, own], () => reckoned(record, scenarios, file, own));
}

/** The history that the other rooms are to show: the record, or where the view says so the branch beside it. */
export function openedOn(opened: Opened, view: Pick<View, 'scenario' | 'on'>): Opened {
  const beside = view.on === 'branch' ? branchOf(opened, view) : NONE;
  if (beside.kind !== 'branch') return opened;
  const known = others.get(beside.branch) ?? { ...opened, record: beside.branch.record, digest: null };
  others.set(beside.branch, known);
  return known;
}

/** The name of a ready scenario by its file, as a link and the command line have it. */
export function nameOf(file: string): string {
  return file.replace(/\.ya?ml$/, '');
}

/** The text of a ready scenario by its name; null where there is none. */
export function textOf(scenarios: Opened['scenarios'], name: string): string | null {
  return scenarios.get(fileOf(scenarios, name)) ?? null;
}

/** The file that a reader's own scenario stands for, among the ready ones: so can it build on them. */
const OWN_FILE = 'your-own-scenario';

const NONE: Beside = { kind: 'none' };
const branches = remembering<readonly [file: string, own: string | null], Beside>(JSON.stringify);
const others = new WeakMap<Branch, Opened>();

function reckoned(
  record: EventRecord,
  scenarios: Opened['scenarios'],
  first: string,
  own: string | null,
): Beside {
  const open = (path: string): YamlFile => {
    const text = path === first && own !== null ? own : scenarios.get(path);
    if (text !== undefined && text.length > LARGEST) return tooLarge(path, text.length);
    if (text !== undefined) return { name: path, text };
    return unopened(path, 'no such scenario here', insteadOf(path, [...scenarios.keys()]));
  };
  const loaded = scenarioFrom(first, open, record);
  if (loaded.kind === 'problems') return loaded;
  const { chain } = loaded;
  const scenario = chain.at(-1);
  if (scenario === undefined) throw new Error('a scenario of no file');
  return { kind: 'branch', scenario, chain, branch: branchUnder(record, chain) };
}

function fileOf(scenarios: Opened['scenarios'], name: string): string {
  return [...scenarios.keys()].find((file) => nameOf(file) === name) ?? `${name}.yaml`;
}
