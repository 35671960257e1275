/** Scenario files at the page's door: the titles of the ready ones, one that is loaded, and one to save. */
import { openedYaml } from '../../store/file.ts';
import { showTrouble } from '../../store/trouble.ts';
import { parseYaml } from '../../store/yaml.ts';
import type { Opened } from '../dossier/opened.ts';
import { nameOf } from './branch.ts';

/** The ready scenarios by their names, each with its title, or its name where its file tells none. */
export function readyOnes(
  scenarios: Opened['scenarios'],
): readonly { readonly name: string; readonly title: string }[] {
  const known =
    ready.get(scenarios) ??
    [...scenarios].map(([file, text]) => ({ name: nameOf(file), title: titleIn(text) ?? nameOf(file) }));
  ready.set(scenarios, known);
  return known;
}

const ready = new WeakMap<
  Opened['scenarios'],
  readonly { readonly name: string; readonly title: string }[]
>();

function titleIn(text: string): string | null {
  const yaml = parseYaml(text);
  if (yaml.kind === 'problems') return null;
  const { title } = { title: null, ...(typeof yaml.value === 'object' ? yaml.value : {}) };
  return typeof title === 'string' ? title : null;
}

/** The text of a file that was chosen, or what keeps it from being read. */
export async function textIn(
  file: File,
): Promise<
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unread'; readonly line: string }
> {
  try {
    const read = openedYaml(file.name, new Uint8Array(await file.arrayBuffer()));
    if ('text' in read) return { kind: 'text', text: read.text };
    return { kind: 'unread', line: showTrouble(read.trouble) };
  } catch {
    return { kind: 'unread', line: `${file.name} cannot be read; choose it again` };
  }
}
