/** The reader's own scenario, kept while the page is open: whichever scenario is shown meanwhile, it can be taken up again. */
import type { EventRecord } from '../../replay/record.ts';
import type { Opened } from '../dossier/opened.ts';
import type { Go, View } from '../view.ts';
import { FIRST_TEXT } from './own-scenario.ts';
import { firstStep, nextStep, type Steps, stepBack } from './steps.ts';

/** The reader's own scenario with the ways to change it. */
export interface OwnScenario {
  readonly text: string;
  readonly canGoBack: boolean;
  readonly write: (text: string, by: 'hand' | 'form') => void;
  /** Takes the last step back, and gives the text as it was before. */
  readonly goBack: () => string;
}

/** The own scenario of a view; null where it shows another, or none. */
export function ownIn(
  { record }: Pick<Opened, 'record'>,
  { scenario }: Pick<View, 'scenario'>,
  go: Go,
): OwnScenario | null {
  if (scenario === null || 'name' in scenario) return null;
  const { text } = scenario;
  const known = own.get(record);
  const steps = known === undefined ? firstStep(text) : nextStep(known, text, 'form');
  own.set(record, steps);
  const become = (next: Steps, by: 'hand' | 'form') => {
    own.set(record, next);
    if (next.text !== text) go({ scenario: { text: next.text } }, by === 'hand' ? 'goes on' : 'step');
    return next.text;
  };
  return {
    text,
    canGoBack: steps.before.length > 0,
    write: (next, by) => void become(nextStep(own.get(record) ?? steps, next, by), by),
    goBack: () => become(stepBack(own.get(record) ?? steps), 'form'),
  };
}

/** The text of the own scenario as it was left; a first one where there was none yet. */
export function textLeft({ record }: Pick<Opened, 'record'>): string {
  return own.get(record)?.text ?? FIRST_TEXT;
}

const own = new WeakMap<EventRecord, Steps>();
