/** The state of a subject as lines of facts, each with the event that last made it so. */
import { isCount, showCount } from '../count.ts';
import type { Staffing } from '../replay/describe.ts';
import type { SubjectState } from '../replay/world.ts';
import { countInWords, valueInWords } from './words.ts';

/** One thing said of a subject, and the fields of its state that it tells, the first of which is asked about. */
export interface Part {
  readonly text: string;
  readonly fields: readonly [string, ...string[]];
  /** Whether doubtful dates leave it open. */
  readonly open: boolean;
}

/** One line about a subject. */
export interface Fact {
  readonly label: string;
  readonly parts: readonly Part[];
  /** What stands between its parts. */
  readonly glue: string;
  /** The last event behind it, null where nothing has happened to it. */
  readonly event: string | null;
  /** Whether doubtful dates leave any part of it open. */
  readonly open: boolean;
  /** Whether it is to be told since when it holds. */
  readonly dated: boolean;
}

/** A line in one. */
export function textOf({ parts, glue }: Fact): string {
  return parts.map(({ text }) => text).join(glue);
}

/** What is to be said of a subject, in the order of importance; dates as on record, or as `day` writes them. */
export function factsOf(
  subject: SubjectState,
  day: (edtf: string) => string = (edtf) => edtf,
): readonly Fact[] {
  const { status, sinceDate, staff } = subject;
  const headline = sinceDate === null ? status : `${status} since ${day(sinceDate)}`;
  return [
    fact(subject, 'status', [part(headline, 'status')]),
    ...(staff === undefined ? [] : [fact(subject, 'staff', staffParts(staff))]),
    ...regionFacts(subject),
    ...['holder', 'capacity'].flatMap((name) =>
      typeof subject[name] === 'string' ? [fact(subject, name, [part(subject[name], name)])] : [],
    ),
    ...scopeFacts(subject),
  ];
}

/** Accredited staff under the ceiling, as ranges: `10 of 10`, `..20 of 20`, `0`. */
export function staffInBrief({ accredited, ceiling }: Staffing): string {
  return ceiling === null ? showCount(accredited) : `${showCount(accredited)} of ${showCount(ceiling)}`;
}

function staffParts({ accredited, ceiling, vacant, pending }: Staffing): readonly Said[] {
  const posts = ceiling === null ? 'no ceiling' : `ceiling ${countInWords(ceiling)}`;
  return [
    part(`accredited ${countInWords(accredited)}`, 'staff.accredited'),
    part(posts, 'staff.ceiling'),
    ...(vacant === null ? [] : [part(`vacant ${countInWords(vacant)}`, 'staff.vacant')]),
    part(`requests pending ${countInWords(pending)}`, 'staff.pending'),
  ];
}

/** The regions of a mission that exists, besides its operation, which is its status. */
function regionFacts(subject: SubjectState): Fact[] {
  const regions = partOf(subject.state, 'established');
  const { head, charge, admitted, militaryRepresentative } = subject;
  const stateOf = (region: string) => partOf(regions, region);
  const facts: Fact[] = [];
  if (stateOf('access') === 'restricted') {
    const some = isCount(admitted) ? [part(`${countInWords(admitted)} admitted unescorted`, 'admitted')] : [];
    facts.push(fact(subject, 'access', [part('restricted', 'state.access'), ...some]));
  }
  if (stateOf('accreditation') === 'withdrawn') {
    facts.push(fact(subject, 'accreditation', [part('withdrawn', 'state.accreditation')]));
  }
  if (stateOf('headship') !== undefined) {
    const held = holderInWords(stateOf('headship'), head);
    facts.push(fact(subject, 'head', [part(held, 'state.headship', 'head')]));
  }
  if (stateOf('charge') === 'acting') {
    facts.push(fact(subject, "chargé d'affaires", [part(valueInWords(charge), 'state.charge', 'charge')]));
  }
  const representative = stateOf('militaryRepresentative');
  if (representative !== undefined) {
    const office = partOf(representative, 'office') === 'operating' ? 'operating' : 'suspended';
    const post = holderInWords(partOf(representative, 'post'), militaryRepresentative);
    const parts = [
      part(`office ${office}`, 'state.militaryRepresentative.office'),
      part(post, 'state.militaryRepresentative.post', 'militaryRepresentative'),
    ];
    facts.push(fact(subject, 'military rep.', parts, '; '));
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
    return [fact(subject, what, [part(text, `suspended.${what}`)])];
  });
}

type Said = Omit<Part, 'open'>;

function part(text: string, ...fields: Part['fields']): Said {
  return { text, fields };
}

/** The event named is the one that came last among those behind the fields. */
function fact(subject: SubjectState, label: string, said: readonly Said[], glue = ', '): Fact {
  const isOpen = (field: string) => subject.uncertain.some((one) => one.field === field);
  const parts = said.map((one) => ({ ...one, open: one.fields.some(isOpen) }));
  const fields = parts.flatMap((one) => one.fields);
  const lists = fields.map((field) => subject.because[field] ?? []);
  const longest = lists.reduce((a, b) => (b.length > a.length ? b : a), []);
  return {
    label,
    parts,
    glue,
    event: longest.at(-1) ?? null,
    open: parts.some(({ open }) => open),
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
