/** Which of the files that a reader hands over can be of a dossier. */
import { belongsToDossier } from '../../store/file.ts';

/** A file by its path, as it was dropped or chosen. */
export interface DroppedFile {
  /** As in nato-russia/2021.yaml; a base name where the browser gives no more. */
  readonly path: string;
  readonly file: Blob;
}

/** The folder of a dossier in which its scenarios lie. */
export const SCENARIOS = 'scenarios';

/** The files that were chosen, one by one or with the folder in which they lie. */
export function chosenFiles(list: Iterable<ChosenFile>): readonly DroppedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isWanted);
}

/** A file as a browser hands it over. */
type ChosenFile = Blob & {
  readonly name: string;
  /** Empty where it was chosen by itself. */
  readonly webkitRelativePath: string;
};

/**
 * Whether a file can be of the dossier: one dropped by itself, one that lies in the folder dropped, or a scenario in its
 * subfolder. Other subfolders are no part of a dossier on a disk either.
 */
export function isWanted({ path }: Pick<DroppedFile, 'path'>): boolean {
  const [name = '', folder, ...above] = path.split('/').toReversed();
  return belongsToDossier(name) && (above.length === 0 || (above.length === 1 && folder === SCENARIOS));
}
