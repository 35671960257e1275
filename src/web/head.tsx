/** The head of the page: which dossier it shows, and the way to another. */
import { OpenFiles, type WayBack } from './dossier/open-files.tsx';
import type { Opened, Opening } from './dossier/opened.ts';
import { Theme } from './theme.tsx';

export function Head(given: {
  readonly opened: Opened | null;
  readonly version: string;
  readonly open: (opening: Opening) => void;
  readonly back: WayBack | null;
}) {
  const { opened } = given;
  return (
    <header>
      <h1>{opened?.record.dossier.title ?? 'Chancery'}</h1>
      <OpenFiles {...given} />
      <Theme />
    </header>
  );
}
