/** `chancery plot`: histories as a picture, in a file. */
import { type History, historyOf, type Step } from '../drawing/history.ts';
import { historyFile } from '../drawing/history-file.ts';
import type { Theme } from '../drawing/palette.ts';
import { spanOf, type View } from '../drawing/scale.ts';
import { svgText } from '../drawing/shape.ts';
import { shown } from '../events/fields.ts';
import { knowledgeAsked } from '../replay/world.ts';
import { chanceInPicture } from '../telling/branches.ts';
import { pictureHead } from '../telling/picture-head.ts';
import { addDays, dayOf } from '../time/day.ts';
import { printJson } from './answer.ts';
import { type Asked, dayAsked, question, subjectsAsked } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { openBoth } from './opened.ts';
import { pictureFile, STANDARD_OUTPUT, writePicture } from './picture-file.ts';
import type { Terminal } from './terminal.ts';

/** What to draw, and where to write it. */
export interface PlotAsked extends Asked {
  readonly output?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly width?: string | undefined;
  readonly theme: Theme;
}

export async function plot(subjects: readonly string[], asked: PlotAsked, terminal: Terminal): Promise<void> {
  const file = asked.json ? null : pictureFile(asked.output);
  const width = widthAsked(asked.width);
  const { opened, branch } = await openBoth(asked, terminal);
  const { at, ...knowledge } = question(asked, opened.record, terminal);
  const wanted = subjectsAsked(subjects, opened.record);
  const history = historyOf(opened.record, knowledge, wanted);
  const other = branch === null ? null : historyOf(branch.record, knowledge, wanted);
  // Where nothing at all is on record, the year up to the day asked about is as good as any.
  const span = spanOf(history, other) ?? { from: addDays(at, -365), to: addDays(at, 1) };
  const days = daysAsked(asked, span);
  const { basis } = branch ?? opened;
  if (file === null) {
    const shownDays = { from: dayOf(days.from), to: dayOf(addDays(days.to, -1)) };
    printJson(
      {
        dossier: opened.name,
        ...shownDays,
        ...knowledgeAsked(knowledge),
        basis,
        subjects: historiesWritten(history),
        ...(other === null ? {} : { branch: historiesWritten(other) }),
      },
      terminal,
    );
    return;
  }
  const view: View = {
    width,
    ...days,
    at: asked.at === undefined ? null : at,
    branch: other,
    isClickable: false,
    prefix: 'chancery',
  };
  const beside = branch && {
    ...branch.basis,
    chance: chanceInPicture(branch.chain, branch.happenings),
    title: branch.title,
    scenario: branch.basis.scenario ?? branch.title,
  };
  const head = pictureHead(opened.record.dossier.title, opened, beside, { ...knowledge, at: view.at });
  const picture = historyFile(history, view, asked.theme, head);
  const text = `${svgText(picture)}\n`;
  if (file.path === STANDARD_OUTPUT) terminal.out(text);
  else {
    writePicture(file, text);
    terminal.err(
      `${file.path}: ${history.subjects.length} subjects, ${dayOf(days.from)} to ${dayOf(addDays(days.to, -1))}\n`,
    );
  }
}

/** The days to show; `--to` is the last of them. */
function daysAsked(asked: PlotAsked, span: Pick<View, 'from' | 'to'>): Pick<View, 'from' | 'to'> {
  const from = asked.from === undefined ? span.from : dayAsked(asked.from, '--from', 'earliest');
  const to = asked.to === undefined ? span.to : addDays(dayAsked(asked.to, '--to', 'latest'), 1);
  if (to > from) return { from, to };
  if (asked.to === undefined) {
    throw new BadInput([
      `--from: nothing is on record from ${dayOf(from)} on; write an earlier day, or --to as well`,
    ]);
  }
  if (asked.from === undefined) {
    throw new BadInput([`--to: nothing is on record by ${asked.to}; write a later day, or --from as well`]);
  }
  throw new BadInput([`--to: ${asked.to} lies before --from ${asked.from}; write a later day`]);
}

function widthAsked(width: string | undefined): number {
  if (width === undefined) return USUAL;
  const pixels = /^\d{1,5}$/.test(width) ? Number(width) : 0;
  if (pixels >= NARROWEST && pixels <= WIDEST) return pixels;
  throw new BadInput([`--width: not a width in pixels: ${shown(width)}; write ${NARROWEST} to ${WIDEST}`]);
}

const [USUAL, NARROWEST, WIDEST] = [1200, 320, 8000];

/** The histories as they stand in an answer, days as they are written. */
function historiesWritten({ subjects }: History) {
  return Object.fromEntries(
    subjects.map(({ subject, periods, ceiling, headcount, events, ...rest }) => [
      subject,
      {
        ...rest,
        periods: periods.map(stepWritten),
        ceiling: ceiling.map(stepWritten),
        headcount: headcount.map(stepWritten),
        events: events.map(({ told, day, announced, effective, ...event }) => ({
          ...event,
          announced: announced.edtf,
          effective: effective.edtf,
          told: dayOf(told),
          day: day === null ? null : dayOf(day),
        })),
      },
    ]),
  );
}

function stepWritten<Part extends Pick<Step, 'from' | 'to' | 'began'>>(part: Part) {
  const { from, to, began } = part;
  return {
    ...part,
    from: from === null ? null : dayOf(from),
    to: to === null ? null : dayOf(to),
    began: began.map(({ event }) => event),
  };
}
