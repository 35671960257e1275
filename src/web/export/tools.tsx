/** What to take away from the page: its link, its picture, its data. */
import { questionInFull } from '../../telling/question.ts';
import type { DayNumber } from '../../time/day.ts';
import type { Opened } from '../dossier/opened.ts';
import { filesOf, linkOf } from '../link.ts';
import type { View } from '../view.ts';
import { type Beside, branchOf } from '../what-if/branch.ts';
import { CopyLink } from './copy-link.tsx';
import { Export } from './export.tsx';
import type { Drawn } from './picture-text.ts';

export function Tools(given: {
  readonly opened: Opened;
  readonly view: View;
  /** The view in which the record was opened. */
  readonly first: View;
  readonly today: DayNumber;
  readonly drawn: Drawn;
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
      <div class="printed">
        <p>
          {questionInFull(view)}; {besideInWords(branchOf(opened, view))}.
        </p>
        <p>{link()}</p>
      </div>
    </>
  );
}

function besideInWords(beside: Beside): string {
  return beside.kind === 'branch'
    ? `beside the record, hypothetical: ${beside.scenario.title}`
    : 'the record alone, beside no scenario';
}
