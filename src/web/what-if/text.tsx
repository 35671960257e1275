/** The text of a scenario, as its file has it: written by hand too, with all that is wrong with it beneath. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { showTrouble, type Trouble } from '../../store/trouble.ts';
import type { OwnScenario } from './kept-text.ts';

export function ScenarioText({
  own,
  problems,
}: {
  readonly own: OwnScenario;
  readonly problems: readonly Trouble[];
}) {
  const [text, write] = useWritten(own);
  const lines = problems.map((problem) => showTrouble(problem));
  return (
    <div class="text">
      <label for="scenario-text">The scenario as text (YAML), as chancery simulate reads it</label>
      <textarea
        id="scenario-text"
        class="source"
        rows={Math.min(30, Math.max(8, text.split('\n').length + 1))}
        spellcheck={false}
        aria-invalid={lines.length > 0}
        aria-describedby="scenario-problems"
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onBlur={({ currentTarget }) => own.write(currentTarget.value, 'hand')}
      />
      <TextProblems lines={lines} />
    </div>
  );
}

/** What is wrong with a scenario, a line for each. */
export function TextProblems({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div id="scenario-problems" class="scenario-problems" aria-live="polite">
      {lines.length > 0 && (
        <>
          <p class="wrong">
            {lines.length === 1 ? 'One problem' : `${lines.length} problems`} (file:line:column); there is no
            branch until {lines.length === 1 ? 'it is' : 'they are'} mended.
          </p>
          <ol>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** The text while it is being written: it becomes the scenario's after a pause. */
function useWritten(own: OwnScenario): readonly [string, (text: string) => void] {
  const [text, set] = useState(own.text);
  const latest = useRef(own);
  latest.current = own;
  useEffect(() => set(own.text), [own.text]);
  useEffect(() => {
    if (text === own.text) return;
    const waiting = setTimeout(() => latest.current.write(text, 'hand'), PAUSE);
    return () => clearTimeout(waiting);
  }, [text]);
  return [text, set];
}

/** Milliseconds without a key. */
const PAUSE = 400;
