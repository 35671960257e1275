/** A date of the record in words; as it is written there, where one points at it. */
import { dateInWords } from '../telling/dates.ts';

export function When({ date }: { readonly date: string }) {
  const words = dateInWords(date);
  return <span title={words === date ? undefined : `${date} (EDTF)`}>{words}</span>;
}
