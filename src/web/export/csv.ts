/** Tables as CSV, which spreadsheets read. */

/** What a cell holds; null is an empty one. */
export type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180), its lines ended by CR and LF. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, which says that it is a text.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('');
}

/** A cell's text, with an apostrophe before what begins like a formula (OWASP, CSV Injection). */
export function harmless(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Signs that begin a formula, or are left out before one; the wide ones count in East Asian settings. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
