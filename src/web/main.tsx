/** The program of the page. The page's workers run the same program, which knows by its surroundings what it is. */
import './quiet.ts';
import { render } from 'preact';
import { EMBEDDED, type Embedded } from '../store/embedded.ts';
import { App } from './app.tsx';
import { openEmbedded } from './dossier/opened.ts';
import { today } from './today.ts';
import { work } from './workers/work.ts';

if (typeof document === 'undefined') work();
else begin();

function begin(): void {
  const data = document.getElementById(EMBEDDED)?.textContent;
  const place = document.getElementById('page');
  if (data === null || data === undefined || place === null) throw new Error('the page lacks its data');
  // Who wrote the page vouches for its data.
  const embedded = JSON.parse(data) as Embedded;
  const { version } = embedded;
  render(<App first={openEmbedded(embedded)} version={version} today={today(new Date())} />, place);
}
