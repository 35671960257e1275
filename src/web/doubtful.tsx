/** The sign of what doubtful dates leave open. */
export function Doubtful() {
  return (
    <span class="doubt" title="Doubtful dates leave it open">
      {' '}
      <span aria-hidden="true">?</span>
      <span class="unseen">uncertain</span>
    </span>
  );
}
