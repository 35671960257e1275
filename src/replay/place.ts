/** Where an entry stands among the act files, and a problem told there. */
import type { Problem } from '../events/read.ts';

/** An entry of a file, counted from zero. */
export interface Place {
  readonly file: string;
  readonly entry: number;
}

/** A value and where it stands. */
export type Located<T> = Place & { readonly value: T };

/** A problem in one of the act files; its path begins with the place of the entry in the file. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** A problem at its place. */
export function problemAt(place: Place, problem: Problem): FileProblem {
  return { ...problem, file: place.file, path: [place.entry, ...problem.path] };
}
