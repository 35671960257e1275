/** Of acts, one for each event of a mark, the one after that shown, and the first after the last; the first where none is shown. */
export function nextAct(acts: readonly string[], shown: string | null): string | null {
  const each = [...new Set(acts)];
  const place = shown === null ? -1 : each.indexOf(shown);
  return each[(place + 1) % each.length] ?? null;
}
