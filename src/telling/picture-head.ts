/** What stands at the head of a picture of histories, whichever door it leaves by. */
import type { Head } from '../drawing/history-file.ts';
import type { Knowledge } from '../replay/known.ts';
import type { DayNumber } from '../time/day.ts';
import type { About } from './answer.ts';
import { questionInWords } from './question.ts';

/** The branch that stands beside the record in a picture. */
export interface BranchDrawn {
  /** Its scenario, as people call it and as programs do. */
  readonly title: string;
  readonly scenario: string;
  /** See Basis. */
  readonly record: string | null;
  /** See chanceInPicture. */
  readonly chance: string | null;
}

/** The title of a dossier, what was asked of it, and what the picture rests on; `at` is null where no day is marked. */
export function pictureHead(
  title: string,
  { name, basis }: About,
  branch: BranchDrawn | null,
  question: Knowledge & { readonly at: DayNumber | null },
): Head {
  const asked = questionInWords(question);
  const rests = [
    `Drawn by Chancery ${basis.version} from ${name}`,
    ...recordIn(basis.record),
    ...questionInWords({ ...question, at: null }),
  ].join(', ');
  const lines = asked.length === 0 ? [] : [sentence(asked.join(', '))];
  if (branch === null) return { title, lines, named: title, rests: `${rests}.` };
  const { chance } = branch;
  return {
    title,
    lines: [
      ...lines,
      `Beside the record, hypothetical: ${branch.title}`,
      ...(chance === null ? [] : [chance]),
    ],
    named: `${title}; beside it, hypothetical: ${branch.title}`,
    rests: `${rests}. ${[`The branch of ${branch.scenario}`, ...recordIn(branch.record)].join(': ')}.`,
  };
}

function recordIn(digest: string | null): readonly string[] {
  return digest === null ? [] : [`record ${digest}`];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
