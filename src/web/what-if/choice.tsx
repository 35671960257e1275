/** The choice of a scenario: none, a ready one, the reader's own; and its way from a file and into one. */
import { leavingInWords } from '../../telling/branches.ts';
import { counted } from '../../telling/checked.ts';
import type { Opened } from '../dossier/opened.ts';
import { save } from '../export/save.ts';
import type { Go, View } from '../view.ts';
import type { Beside } from './branch.ts';
import { branchOf, textOf } from './branch.ts';
import { type OwnScenario, textLeft } from './kept-text.ts';
import { Hypothetical } from './outcome.tsx';
import { readyOnes, textIn } from './scenario-files.ts';
import type { Say } from './status.ts';

export function Choice(given: {
  readonly opened: Opened;
  readonly view: View;
  readonly beside: Beside;
  readonly own: OwnScenario | null;
  readonly go: Go;
  readonly say: Say;
}) {
  const { opened, view, beside, own, go, say } = given;
  const { scenario } = view;
  const ready = readyOnes(opened.scenarios);
  const text =
    scenario === null ? null : 'text' in scenario ? scenario.text : textOf(opened.scenarios, scenario.name);
  const name = scenario === null ? '' : 'name' in scenario ? `ready ${scenario.name}` : 'own';
  const become = (next: string, line: string) => {
    go({ scenario: { text: next }, act: null });
    say({ kind: 'done', place: 'top', lines: [line], scenario: { text: next } });
  };
  return (
    <div class="choice">
      <div class="fields">
        <div class="field">
          <label for="scenario">Scenario</label>
          <select
            id="scenario"
            value={name}
            onChange={({ currentTarget: { value } }) => {
              if (value === '') go({ scenario: null, on: 'record', act: null });
              else if (value === 'own') go({ scenario: { text: textLeft(opened) }, act: null });
              else go({ scenario: { name: value.slice('ready '.length) }, act: null });
            }}
          >
            <option value="">none: the record alone</option>
            {ready.length > 0 && (
              <optgroup label="Ready">
                {ready.map(({ name: one, title }) => (
                  <option key={one} value={`ready ${one}`}>
                    {title}
                  </option>
                ))}
              </optgroup>
            )}
            <option value="own">your own</option>
          </select>
        </div>
        {own === null && text !== null && (
          <button
            type="button"
            onClick={() => {
              become(text, 'It is your own scenario now, to be changed below.');
            }}
          >
            Change it
          </button>
        )}
        {text !== null && (
          <button
            type="button"
            onClick={() => save(fileFor(beside), new Blob([text], { type: 'application/yaml' }))}
          >
            Save as a file
          </button>
        )}
        <label class="file">
          Load a scenario file{' '}
          <input
            type="file"
            accept=".yaml,.yml"
            onChange={async ({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file === undefined) return;
              const read = await textIn(file);
              currentTarget.value = '';
              if (read.kind === 'unread')
                say({ kind: 'refused', place: 'top', lines: [read.line], scenario });
              else become(read.text, loadedInWords(opened, file.name, read.text, own !== null));
            }}
          />
        </label>
      </div>
      {beside.kind === 'branch' && <About beside={beside} view={view} go={go} />}
    </div>
  );
}

function loadedInWords(opened: Opened, file: string, text: string, hadOwn: boolean): string {
  const loaded = branchOf(opened, { scenario: { text } });
  if (loaded.kind !== 'problems') return `${file} is loaded; it is your own scenario now.`;
  const many = counted(loaded.problems.length, 'problem');
  const back = hadOwn ? ' Undo brings your own back.' : '';
  return `${file} has ${many}, told at its text below, where it can be mended.${back}`;
}

function About({
  beside: { scenario, chain },
  view,
  go,
}: {
  readonly beside: Extract<Beside, { kind: 'branch' }>;
  readonly view: View;
  readonly go: Go;
}) {
  const leaving = leavingInWords(chain);
  const bases = chain.slice(0, -1).map(({ title }) => title);
  return (
    <div class="assumed about-scenario">
      <p>
        <Hypothetical /> <strong>{scenario.title}</strong>
      </p>
      {bases.length > 0 && <p>It builds on: {bases.join('; ')}.</p>}
      {leaving !== null && <p>{leaving}</p>}
      {scenario.note !== null && <p class="note">{scenario.note}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={view.on === 'branch'}
          onChange={({ currentTarget }) => go({ on: currentTarget.checked ? 'branch' : 'record' })}
        />
        show the branch, not the record, in the other rooms
      </label>
    </div>
  );
}

function fileFor(beside: Beside): string {
  return `${beside.kind === 'branch' ? beside.scenario.scenario : 'scenario'}.yaml`;
}
