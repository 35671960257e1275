/** Folders of dossiers for the tests, each on disk for one test only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { showTrouble } from '../../src/store/trouble.ts';

/** What a folder holds: file names, and the text or the bytes of each. */
export interface Files {
  readonly [name: string]: string | Uint8Array;
}

/** Two parties, an office and a channel between them. */
export const DOSSIER = `title: An office in Moscow
parties:
  nato: North Atlantic Treaty Organization
  russia: Russian Federation
subjects:
  office:
    kind: information-office
    name: NATO Information Office
    sending: nato
    receiving: russia
  channel:
    kind: channel
    name: Emergency ties
`;

/** One act with one event, on lines 1 to 9. */
export const ACT = `- act: opening
  by: nato
  title: The office opens
  announced: 2001-02-20
  sources:
    - title: Report
  events:
    - subject: office
      type: mission.established
`;

/** A dossier without faults, apart from those that the test puts in. */
export function dossierWith(acts: string): Files {
  return { 'dossier.yaml': DOSSIER, 'acts.yaml': acts };
}

/** The act with one of its lines, counted from 1, written otherwise; an empty text takes it out. */
export function actWith(line: number, text: string): string {
  const lines = ACT.split('\n');
  lines.splice(line - 1, 1, ...(text === '' ? [] : [text]));
  return lines.join('\n');
}

/** A folder with these files in it, removed when the test is over. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** What is wrong with such a folder, as a reader sees it, without the folder's own name. */
export async function troublesOf(files: Files): Promise<readonly string[]> {
  const folder = folderWith(files);
  const loaded = await loadDossier(folder);
  if (loaded.kind === 'record') return [];
  return loaded.problems.map((trouble) => showTrouble(trouble).replace(join(folder, '/'), ''));
}

/** The record and its digest of a folder without faults. */
export async function loadedFrom(
  files: Files,
): Promise<{ readonly record: EventRecord; readonly digest: string }> {
  const loaded = await loadDossier(folderWith(files));
  if (loaded.kind === 'problems') return expect.fail(loaded.problems.map(showTrouble).join('\n'));
  return loaded;
}
