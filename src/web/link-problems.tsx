/** What could not be taken from the link by which the reader came. */
export function LinkProblems(given: { readonly problems: readonly string[]; readonly close: () => void }) {
  const { problems, close } = given;
  return (
    <section class="problems" role="alert" aria-labelledby="link-problems-head">
      <h2 id="link-problems-head">Not all of the link could be taken</h2>
      <p>What is shown is not what the link was to show.</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <button type="button" class="close" onClick={close}>
        Close
      </button>
    </section>
  );
}
