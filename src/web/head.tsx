/** The head of the page: which dossier it shows, and the way to another. */
import { OpenFiles } from './dossier/open-files.tsx';
import type { Opened, Opening } from './dossier/opened.ts';
import { Theme } from './theme.tsx';

export function Head(given: {
  readonly opened: Opened | null;
  readonly version: string;
  readonly open: (opening: Opening) => void;
}) {
  const { opened, version, open } = given;
  return (
    <header>
      <h1>{opened?.record.dossier.title ?? 'Chancery'}</h1>
      <OpenFiles version={version} open={open} />
      <Theme />
    </header>
  );
}
