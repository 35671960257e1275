import { distance } from 'fastest-levenshtein';

/** The word of a list that somebody most likely meant, or null where none is near (Levenshtein 1966). */
function nearest(word: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Math.max(2, Math.floor(word.length / 3)) + 1;
  const sought = word.toLowerCase();
  for (const candidate of words) {
    const other = candidate.toLowerCase();
    // No fewer edits than letters too many or too few.
    if (Math.abs(other.length - sought.length) >= fewest) continue;
    const edits = distance(sought, other);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** What to write instead of an unknown word: the nearest known one, else those of its family, `mission.…`, else all. */
export function insteadOf(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  if (near !== null) return `did you mean ${near}?`;
  if (words.length === 0) return 'there are none';
  const family = words.filter((known) => known.split('.')[0] === word.split('.')[0]);
  const [shown, rest] = family.length > 0 ? [family, []] : [words.slice(0, MANY), words.slice(MANY)];
  return `write one of: ${shown.join(', ')}${rest.length > 0 ? ` and ${rest.length} more` : ''}`;
}

/**
 * The same where a file may have thousands of wrong names: sought among the first few hundred, and those no longer than
 * a line can tell, so that the work for each has a bound.
 */
export function insteadOfName(name: string, names: Iterable<string>): string {
  const few: string[] = [];
  let compared = 0;
  for (const known of names) {
    if (known.length <= LONGEST) few.push(known);
    compared += 1;
    if (compared === MOST_COMPARED) break;
  }
  return insteadOf(name, few);
}

const MANY = 15;
const MOST_COMPARED = 500;
const LONGEST = 100;
