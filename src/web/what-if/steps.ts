/** The steps by which a text came to be as it is, so that each can be taken back. */

/** A text, and how it was before each step. */
export interface Steps {
  readonly text: string;
  readonly before: readonly string[];
  /** Whether the last step was written by hand, and goes on with what is written next. */
  readonly isWriting: boolean;
}

export function firstStep(text: string): Steps {
  return { text, before: [], isWriting: false };
}

/** The text becomes another, by hand or by a form. What is written by hand in one go is one step. */
export function nextStep(steps: Steps, text: string, by: 'hand' | 'form'): Steps {
  if (text === steps.text) return steps;
  const isWriting = by === 'hand';
  if (isWriting && steps.isWriting) return { ...steps, text };
  return { text, before: [...steps.before, steps.text].slice(-MOST), isWriting };
}

/** Takes the last step back; nothing where there is none. */
export function stepBack(steps: Steps): Steps {
  const text = steps.before.at(-1);
  return text === undefined ? steps : { text, before: steps.before.slice(0, -1), isWriting: false };
}

/** So many steps can be taken back. */
const MOST = 200;
