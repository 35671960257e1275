/** What to take away from the page: its link, its picture, its data. */
import { termsOf } from '../../telling/question.ts';
import { type DayNumber, dayOf } from '../../time/day.ts';
import type { Opened } from '../dossier/opened.ts';
import { filesOf, linkOf } from '../link.ts';
import type { View } from '../view.ts';
import { CopyLink } from './copy-link.tsx';
import { Export } from './export.tsx';

export function Tools(given: {
  readonly opened: Opened;
  readonly view: View;
  /** The view in which the record was opened. */
  readonly first: View;
  readonly today: DayNumber;
  /** The picture as a file of SVG with its own style sheet; null where none is shown. */
  readonly picture: () => string | null;
}) {
  const { opened, view, first } = given;
  const files = filesOf(opened);
  const link = () => `${location.href.split('#')[0]}#${linkOf(view, first, files)}`;
  return (
    <>
      <section class="tools" aria-label="To take away">
        {files !== null && (
          <p class="about">The link tells the view, not the files: who opens it must open {files} first.</p>
        )}
        <CopyLink link={link} />
        <Export {...given} />
      </section>
      <p class="printed">
        {[`On ${dayOf(view.at)}`, ...termsOf(view)].join(', ')}: {link()}
      </p>
    </>
  );
}
