/** Fields of a state, and the states of a chart, in words. */
import { valueInWords } from './words.ts';

/** `state.headship` as `post of head`; a field of which nothing better is known in its own words. */
export function fieldInWords(field: string): string {
  return names.get(field) ?? codeInWords(field.replace(/^state\./, ''));
}

/** A field's value: of a state of the chart its words, `suspended.withMission` as `suspended, with mission`. */
export function fieldValueInWords(field: string, value: unknown): string {
  const isState = field === 'status' || field.startsWith('state');
  return isState && typeof value === 'string' ? codeInWords(value) : valueInWords(value);
}

function codeInWords(code: string): string {
  return code
    .replaceAll('.', ', ')
    .replaceAll('-', ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const names: ReadonlyMap<string, string> = new Map([
  ['staff.accredited', 'staff accredited'],
  ['staff.ceiling', 'ceiling of staff'],
  ['staff.vacant', 'vacant posts'],
  ['staff.pending', 'requests pending'],
  ['admitted', 'admitted unescorted'],
  ['state.headship', 'post of head'],
  ['state.charge', "chargé d'affaires"],
  ['charge', "chargé d'affaires"],
  ['state.militaryRepresentative.office', 'office of the military representative'],
  ['state.militaryRepresentative.post', 'post of military representative'],
  ['suspended.cooperation', 'cooperation'],
  ['suspended.dialogue', 'dialogue'],
]);
