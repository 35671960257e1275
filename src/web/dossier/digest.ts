/** The fingerprint of a record as a browser reckons it. */
import type { EventRecord } from '../../replay/record.ts';
import { canonicalText } from '../../store/canonical.ts';

/** The same digest as digestOf; null where the browser reckons none, as on a page that came by plain HTTP. */
export async function digestHere(record: EventRecord): Promise<string | null> {
  const { subtle } = crypto;
  // The types promise more than there is.
  if (subtle === undefined) return null;
  const text = await new Blob([...canonicalText(record)]).arrayBuffer();
  const digits = [...new Uint8Array(await subtle.digest('SHA-256', text))];
  return `sha256:${digits.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
