/** What was asked cannot be answered as it is written: told to the user, a line for each problem, with exit code 2. */
export class BadInput extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
