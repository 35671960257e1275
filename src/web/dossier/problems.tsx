/** What keeps a dossier from being read, each problem at its place. */
import { showTrouble, type Trouble } from '../../store/trouble.ts';

export function Problems(given: {
  readonly name: string;
  readonly problems: readonly Trouble[];
  /** Takes the message away; null where there is nothing else to show. */
  readonly close: (() => void) | null;
}) {
  const { name, problems, close } = given;
  const lines = problems.map(showTrouble);
  return (
    <section class="problems" role="alert" aria-labelledby="problems-head">
      <h2 id="problems-head">{name} cannot be read</h2>
      <p>{lines.length === 1 ? 'One problem' : `${lines.length} problems`}; nothing was loaded.</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {close !== null && (
        <button type="button" class="close" onClick={close}>
          Close
        </button>
      )}
    </section>
  );
}
