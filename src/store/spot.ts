/** A place in a text: line and column, both counted from 1, columns in UTF-16 units as editors count them. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Tells the line and column of any offset into a text whose first line has this number; lines end with LF or CRLF. */
export function spotsIn(text: string, firstLine = 1): (offset: number) => Spot {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + firstLine, column: offset - (starts[low] ?? 0) + 1 };
  };
}
