/** The head of the page: which dossier it shows. */
import type { Opened, Opening } from './opened.ts';

export function Head({
  opened,
}: {
  readonly opened: Opened | null;
  readonly open: (opening: Opening) => void;
}) {
  return (
    <header>
      <h1>{opened?.record.dossier.title ?? 'Chancery'}</h1>
    </header>
  );
}
