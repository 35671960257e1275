/** Whose doing an event would be. */
import type { Dossier } from '../events/dossier.ts';

/** The side that does such a thing: of accreditation, access and posts the receiving one. */
export function sideOf(type: string, subject: string, { subjects, parties }: Dossier): string {
  const known = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
  const receives = /^(accreditation\.(granted|denied|withdrawn)|access|ceiling|posts)\b/.test(type);
  const side = receives ? known?.receiving : known?.sending;
  return side ?? known?.sending ?? Object.keys(parties)[0] ?? 'nobody';
}
