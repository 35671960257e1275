/** The reader's own scenario changed by the forms, and what came of it told. */
import type { Opened } from '../dossier/opened.ts';
import { attempt } from './additions.ts';
import type { OwnScenario } from './kept-text.ts';
import type { Addition } from './own-scenario.ts';
import type { Say, Status } from './status.ts';

/** Changes the scenario and tells this, or tells at its place why not; whether it is changed. */
export type Edit = (addition: Addition, told: string, place: Status['place']) => boolean;

export function editOf(opened: Opened, own: OwnScenario, say: Say): Edit {
  return (addition, told, place) => {
    const came = attempt(opened, own.text, addition);
    if (came.kind === 'refused') {
      say({ kind: 'refused', place, lines: came.lines, scenario: { text: own.text } });
      return false;
    }
    own.write(came.text, 'form');
    say({ kind: 'done', place: 'top', lines: [told], scenario: { text: came.text } });
    return true;
  };
}
