/** The menu by which the reader takes what the page shows with him: the picture, and its data. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type DayNumber, dayOf } from '../../time/day.ts';
import type { Opened } from '../dossier/opened.ts';
import type { View } from '../view.ts';
import { branchOf } from '../what-if/branch.ts';
import { fileName, periodsCsv, periodsJson, stateJson } from './data-files.ts';
import { type Drawn, pictureText } from './picture-text.ts';
import { pngOf } from './png.ts';
import { save } from './save.ts';

export function Export(given: {
  readonly opened: Opened;
  readonly view: View;
  readonly today: DayNumber;
  readonly drawn: Drawn;
}) {
  const { opened, view, today, drawn } = given;
  const [told, tell] = useState('');
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    const { current } = menu;
    if (current === null) return;
    current.open = false;
    current.querySelector('summary')?.focus();
  };
  useLeaving(menu, close);
  const item = (text: string, file: FileToSave) => (
    <li>
      <button
        type="button"
        onClick={() => {
          close();
          tell('');
          saved(file).then(tell, (error: unknown) => tell(`Not saved: ${messageOf(error)}.`));
        }}
      >
        {text}
      </button>
    </li>
  );
  const picture = () => pictureText(opened, view, drawn);
  const hasBranch = branchOf(opened, view).kind === 'branch';
  const day = dayOf(view.at);
  const named = (what: string, on: string, ending: string) => fileName(opened.name, what, on, ending);
  return (
    <div class="export">
      <details ref={menu}>
        <summary>Export</summary>
        <div class="menu">
          <ul>
            {item('Picture as SVG', {
              name: named('picture', day, 'svg'),
              type: 'image/svg+xml',
              content: picture,
            })}
            {item('Picture as PNG', {
              name: named('picture', day, 'png'),
              type: 'image/png',
              content: async () => pngOf(await picture()),
            })}
            {item(`Periods of all subjects as CSV${hasBranch ? ', those on the branch too' : ''}`, {
              name: named('periods', dayOf(today), 'csv'),
              type: 'text/csv;charset=utf-8',
              content: () => periodsCsv(opened, view),
            })}
            {item('Periods of all subjects as JSON', {
              name: named('periods', dayOf(today), 'json'),
              type: 'application/json',
              content: () => periodsJson(opened, view),
            })}
            {item(`State of all subjects on ${day} as JSON`, {
              name: named('state', day, 'json'),
              type: 'application/json',
              content: () => stateJson(opened, view),
            })}
          </ul>
          <p class="about">
            JSON is what <code>chancery timeline</code> and <code>chancery replay</code> print
            {hasBranch && ', of the record alone'}. In CSV{' '}
            {hasBranch && 'what is on the branch has its name in the column scenario, and '}a text that begins
            like a formula (with =, +, -, @ or a tab) has an apostrophe before it, so that a spreadsheet
            leaves it a text.
          </p>
        </div>
      </details>
      <span role="status">{told}</span>
    </div>
  );
}

interface FileToSave {
  readonly name: string;
  readonly type: string;
  readonly content: () => string | Blob | Promise<string | Blob>;
}

/** Saves a file and says so. */
async function saved({ name, type, content }: FileToSave): Promise<string> {
  save(name, new Blob([await content()], { type }));
  return `Saved as ${name}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets the menu be left by the Escape key, or by a press beside it. */
function useLeaving(menu: { readonly current: HTMLDetailsElement | null }, close: () => void): void {
  useEffect(() => {
    const byKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && menu.current?.open) close();
    };
    const byPress = ({ target }: Event) => {
      const { current } = menu;
      if (current !== null && target instanceof Node && !current.contains(target)) current.open = false;
    };
    addEventListener('keydown', byKey);
    addEventListener('pointerdown', byPress);
    return () => {
      removeEventListener('keydown', byKey);
      removeEventListener('pointerdown', byPress);
    };
  }, []);
}
