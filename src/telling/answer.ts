/** Answers in the form in which programs read them: that of `--json`, whichever door they leave by. */
import type { Knowledge } from '../replay/known.ts';
import type { Period } from '../replay/timeline.ts';
import { knowledgeAsked, type World } from '../replay/world.ts';

/** What an answer rests on. */
export interface Basis {
  /** The digest of the record; null where none could be reckoned. */
  readonly record: string | null;
  readonly events: number;
  readonly version: string;
  /** The scenario on whose branch it is asked; not there for the record itself. */
  readonly scenario?: string;
}

/** The dossier that an answer is about, by its name, and what it rests on. */
export interface About {
  readonly name: string;
  readonly basis: Basis;
}

/** The state of subjects on a day. */
export function stateAnswer({ name, basis }: About, { subjects, findings, ...question }: World) {
  return { dossier: name, ...question, basis, subjects, findings };
}

/** The periods of subjects. */
export function periodsAnswer(
  { name, basis }: About,
  knowledge: Knowledge,
  subjects: { readonly [subject: string]: readonly Period[] },
) {
  return { dossier: name, ...knowledgeAsked(knowledge), basis, subjects };
}

/** An answer as a document of JSON, two spaces a level. */
export function jsonText(answer: object): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}
