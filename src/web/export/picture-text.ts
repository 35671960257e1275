/** The picture as a file of its own. */
import type { History } from '../../drawing/history.ts';
import { historyFile } from '../../drawing/history-file.ts';
import { svgText } from '../../drawing/shape.ts';
import { chanceInPicture } from '../../telling/branches.ts';
import { pictureHead } from '../../telling/picture-head.ts';
import { digestHere } from '../dossier/digest.ts';
import type { Opened } from '../dossier/opened.ts';
import type { View, Window } from '../view.ts';
import { branchOf } from '../what-if/branch.ts';
import { aboutOf } from './data-files.ts';

/** What is drawn. */
export interface Drawn {
  readonly history: History;
  readonly branch: History | null;
  readonly window: Window;
}

/** SVG of a width fit for a page, with its style sheet in it, what was asked at its head, and the day asked about. */
export async function pictureText(
  opened: Opened,
  view: View,
  { history, branch, window }: Drawn,
): Promise<string> {
  const { title } = opened.record.dossier;
  const beside = branchOf(opened, view);
  const drawn =
    beside.kind === 'branch'
      ? {
          ...beside.scenario,
          chance: chanceInPicture(beside.chain, beside.branch.happenings),
          record: await digestHere(beside.branch.record),
        }
      : null;
  const head = pictureHead(title, await aboutOf(opened), drawn, view);
  const shown = { ...window, at: view.at, branch, width: WIDTH, isClickable: false, prefix: 'histories' };
  return svgText(historyFile(history, shown, 'light', head));
}

const WIDTH = 1280;
