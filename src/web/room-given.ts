/** What the rooms of the page have in common. */
import type { DayNumber } from '../time/day.ts';
import type { Opened } from './dossier/opened.ts';
import type { Go, View } from './view.ts';

/** What every room is given. */
export interface RoomGiven {
  readonly opened: Opened;
  readonly view: View;
  readonly today: DayNumber;
  readonly go: Go;
}
