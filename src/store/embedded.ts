/** What the page comes with: a record as it was kept, or what keeps its dossier from being read. */
import type { Kept } from './kept.ts';
import type { Trouble } from './trouble.ts';

/** The data in the page, as `chancery site` and `chancery serve` write them. */
export interface Embedded {
  /** The folder's base name. */
  readonly name: string;
  readonly version: string;
  readonly dossier:
    | {
        readonly kind: 'kept';
        readonly kept: Kept;
        /** Where each event stands: `FILE:LINE`, in the order of the record. */
        readonly places: readonly string[];
      }
    | { readonly kind: 'problems'; readonly problems: readonly Trouble[] };
  /** The ready scenarios of the dossier: the text of each file by its base name. */
  readonly scenarios: { readonly [file: string]: string };
}

/** The name of the element that holds the data. */
export const EMBEDDED = 'dossier';
