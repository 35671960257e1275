/** The head of the page: which dossier it shows, and the way to another. */
import { useEffect } from 'preact/hooks';
import { counted } from '../telling/checked.ts';
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
  const title = opened?.record.dossier.title ?? 'Chancery';
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header>
      <div>
        <h1>{title}</h1>
        {opened !== null && (
          <p class="about">
            Chancery replays {counted(opened.record.events.size, 'event')} of{' '}
            {counted(opened.record.acts.size, 'act')}, each with its sources: move the day to see how things
            stood, choose a value to see why.
          </p>
        )}
      </div>
      <OpenFiles {...given} />
      <Theme />
    </header>
  );
}
