/** What the rules have no place for, in words. */
import { typeInWords } from '../events/vocabulary.ts';
import type { Finding } from '../replay/findings.ts';

/** `military representative appointed has no place while absent`: as the finding says it, its type in words. */
export function findingInWords({ type, says }: Pick<Finding, 'type' | 'says'>): string {
  return `${typeInWords(type)}${says.slice(type.length)}`;
}
