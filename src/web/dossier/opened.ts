/** Dossiers as the page has them: the one it comes with, or files that its reader opens in it. */
import type { EventRecord } from '../../replay/record.ts';
import { readFiles } from '../../store/dossier.ts';
import type { Embedded } from '../../store/embedded.ts';
import { belongsToDossier, type DossierFile, opened as openedFile } from '../../store/file.ts';
import { recordOf } from '../../store/kept.ts';
import { type Trouble, troubleAtStart } from '../../store/trouble.ts';
import { type DroppedFile, SCENARIOS } from './chosen.ts';

/** A record, and what belongs to it. */
export interface Opened {
  readonly name: string;
  /** Whether it is of files that the reader has opened. */
  readonly isOwn: boolean;
  readonly record: EventRecord;
  /** See digestOf; null where it is still to be reckoned. */
  readonly digest: string | null;
  readonly version: string;
  /** `FILE:LINE` of an event; null for what is assumed. */
  readonly placeOf: (event: string) => string | null;
  /** The texts of scenario files by their base names. */
  readonly scenarios: ReadonlyMap<string, string>;
}

/** The name of a dossier whose files came without a folder. */
export const YOUR_FILES = 'your files';

export type Opening =
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'problems'; readonly name: string; readonly problems: readonly Trouble[] };

/** Opens the dossier in the page. */
export function openEmbedded({ name, version, dossier, scenarios }: Embedded): Opening {
  if (dossier.kind === 'problems') return { ...dossier, name };
  const { kept, places } = dossier;
  const record = recordOf(kept);
  return {
    kind: 'opened',
    opened: {
      name,
      isOwn: false,
      record,
      digest: kept.digest,
      version,
      placeOf: placesNamed(record, places),
      scenarios: new Map(Object.entries(scenarios)),
    },
  };
}

/** Looks a place up by the event's name; the list is gone through when first asked. */
function placesNamed({ events }: EventRecord, places: readonly string[]): Opened['placeOf'] {
  let named: ReadonlyMap<string, string> | null = null;
  return (event) => {
    named ??= new Map([...events].map(({ id }, index) => [id, places[index] ?? '']));
    return named.get(event) ?? null;
  };
}

/** Opens a dossier from files; those of a folder named scenarios are scenarios. */
export async function openFiles(dropped: readonly DroppedFile[], version: string): Promise<Opening> {
  const scenarios = new Map<string, string>();
  const files: DossierFile[] = [];
  for (const { path, file } of dropped) {
    const [name = path, folder] = path.split('/').toReversed();
    if (!belongsToDossier(name)) continue;
    if (folder === SCENARIOS) scenarios.set(name, await file.text());
    else files.push(await read(name, file));
  }
  const folder = dropped
    .map(({ path }) => path.split('/'))
    .find(([top, ...below]) => below.length > 0 && top !== SCENARIOS)?.[0];
  const name = folder ?? YOUR_FILES;
  const found = readFiles(files);
  if (found.kind === 'problems') return { ...found, name };
  const { record } = found;
  const placeOf = (event: string) => {
    const first = record.events.get(event)?.versions[0].event;
    if (first === null || first === undefined) return null;
    const { file, line } = found.placeOf(first.position);
    return `${file}:${line}`;
  };
  return { kind: 'opened', opened: { name, isOwn: true, record, digest: null, version, placeOf, scenarios } };
}

async function read(name: string, file: Blob): Promise<DossierFile> {
  try {
    if (name.endsWith('.zst')) return unread(name, 'packed as zst, which a browser cannot unpack');
    const stream = file.stream();
    const plain = name.endsWith('.gz') ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
    return openedFile(name, new Uint8Array(await new Response(plain).arrayBuffer()));
  } catch {
    return unread(name, 'cannot be read, or is damaged');
  }
}

function unread(name: string, what: string): DossierFile {
  return { name, trouble: troubleAtStart(name, what, 'unpack it, and open what is in it') };
}
