/** The state of a subject as lines of facts, each with the event that last made it so. */
import { isCount, showCount } from '../count.ts';
import type { Staffing } from '../replay/describe.ts';
import type { SubjectState } from '../replay/world.ts';
import { countInWords, valueInWords } from './words.ts';

/** One line about a subject. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  /** The fields of the state that it tells. */
  readonly fields: readonly string[];
  /** The last event behind it, null where nothing has happened to it. */
  readonly event: string | null;
  /** Whether doubtful dates leave it open. */
  readonly open: boolean;
  /** Whether it is to be told since when it holds. */
  readonly dated: boolean;
}

/** What is to be said of a subject, in the order of importance. */
export function factsOf(subject: SubjectState): readonly Fact[] {
  const { status, sinceDate, staff } = subject;
  const headline = sinceDate === null ? status : `${status} since ${sinceDate}`;
  return [
    fact(subject, 'status', headline, 'status'),
    ...(staff === undefined
      ? []
      : [fact(subject, 'staff', staffInWords(staff), 'staff.ceiling', 'staff.accredited')]),
    ...regionFacts(subject),
    ...['holder', 'capacity'].flatMap((part) =>
      typeof subject[part] === 'string' ? [fact(subject, part, subject[part], part)] : [],
    ),
    ...scopeFacts(subject),
  ];
}

/** Accredited staff under the ceiling, as ranges: `10 of 10`, `..20 of 20`, `0`. */
export function staffInBrief({ accredited, ceiling }: Staffing): string {
  return ceiling === null ? showCount(accredited) : `${showCount(accredited)} of ${showCount(ceiling)}`;
}

function staffInWords({ accredited, ceiling, vacant, pending }: Staffing): string {
  const posts = ceiling === null ? 'no ceiling' : `ceiling ${countInWords(ceiling)}`;
  const empty = vacant === null ? [] : [`vacant ${countInWords(vacant)}`];
  return [
    `accredited ${countInWords(accredited)}`,
    posts,
    ...empty,
    `requests pending ${countInWords(pending)}`,
  ].join(', ');
}

/** The regions of a mission that exists, besides its operation, which is its status. */
function regionFacts(subject: SubjectState): Fact[] {
  const regions = partOf(subject.state, 'established');
  const { head, charge, admitted, militaryRepresentative } = subject;
  const stateOf = (region: string) => partOf(regions, region);
  const facts: Fact[] = [];
  if (stateOf('access') === 'restricted') {
    const some = isCount(admitted) ? `, ${countInWords(admitted)} admitted unescorted` : '';
    facts.push(fact(subject, 'access', `restricted${some}`, 'state.access', 'admitted'));
  }
  if (stateOf('accreditation') === 'withdrawn') {
    facts.push(fact(subject, 'accreditation', 'withdrawn', 'state.accreditation'));
  }
  if (stateOf('headship') !== undefined) {
    facts.push(fact(subject, 'head', holderInWords(stateOf('headship'), head), 'state.headship', 'head'));
  }
  if (stateOf('charge') === 'acting') {
    facts.push(fact(subject, "chargé d'affaires", valueInWords(charge), 'state.charge', 'charge'));
  }
  const representative = stateOf('militaryRepresentative');
  if (representative !== undefined) {
    const office = partOf(representative, 'office') === 'operating' ? 'operating' : 'suspended';
    const post = holderInWords(partOf(representative, 'post'), militaryRepresentative);
    const fields = ['state.militaryRepresentative.post', 'state.militaryRepresentative.office'];
    facts.push(fact(subject, 'military rep.', `office ${office}; ${post}`, ...fields));
  }
  return facts;
}

/** A post and who holds it. */
function holderInWords(post: unknown, holder: unknown): string {
  if (post === 'unreported') return 'not on record';
  if (post === 'recalled') return `${valueInWords(holder)} (recalled for consultations)`;
  return post === 'vacant' ? 'vacant' : valueInWords(holder);
}

function scopeFacts(subject: SubjectState): Fact[] {
  const { suspended } = subject;
  return ['cooperation', 'dialogue'].flatMap((what) => {
    const scopes = partOf(suspended, what);
    if (!Array.isArray(scopes)) return [];
    const text = scopes.length === 0 ? 'active' : `suspended: ${scopes.join('; ')}`;
    return [fact(subject, what, text, `suspended.${what}`)];
  });
}

/** The event named is the one that came last among those behind the fields. */
function fact(subject: SubjectState, label: string, text: string, ...fields: readonly string[]): Fact {
  const lists = fields.map((field) => subject.because[field] ?? []);
  const longest = lists.reduce((a, b) => (b.length > a.length ? b : a), []);
  const open = subject.uncertain.some(({ field }) => fields.includes(field));
  return {
    label,
    text,
    fields,
    event: longest.at(-1) ?? null,
    open,
    dated: UNDATED.every((other) => other !== label),
  };
}

/** The status says itself since when, and staffing is reckoned from many events. */
const UNDATED = ['status', 'staff', 'capacity'];

function partOf(whole: unknown, key: string): unknown {
  return typeof whole === 'object' && whole !== null
    ? Object.entries(whole).find(([name]) => name === key)?.[1]
    : undefined;
}
