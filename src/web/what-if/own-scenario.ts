/**
 * A scenario of the reader's own as the text of its file, which is all that is kept of it: what a form adds is written
 * into the text, and all that stands there stays.
 */
import { type Document, isMap, isSeq, type Pair, parseDocument, Scalar, type YAMLMap, YAMLSeq } from 'yaml';
import { parseYaml } from '../../store/yaml.ts';

/** What a form adds to a scenario, or takes back out of it. */
export type Addition =
  | { readonly kind: 'act'; readonly act: AddedAct }
  /** An act, or an event of one, that is taken out. */
  | { readonly kind: 'without'; readonly name: string }
  /** An event that takes hold on another date. */
  | { readonly kind: 'move'; readonly event: string; readonly effective: string }
  /** An act of the scenario goes. */
  | { readonly kind: 'remove'; readonly act: string }
  /** An act of the scenario is announced on another date. */
  | { readonly kind: 'date'; readonly act: string; readonly announced: string }
  /** An act or event of the record is no longer taken out or moved. */
  | { readonly kind: 'put-back'; readonly name: string };

/** An act with one event, as its file has it; what is left out is not said. */
export interface AddedAct {
  readonly act: string;
  readonly by: string;
  readonly title: string;
  readonly announced: string | { readonly [field: string]: string };
  readonly probability?: string;
  readonly when?: Conditions | readonly Conditions[];
  readonly event: {
    readonly subject: string;
    readonly type: string;
    readonly [field: string]: string | { readonly days: string };
  };
}

/** What must hold of a subject: its name, and a value for each field. */
export type Conditions = { readonly [field: string]: string };

/** The text with the addition in it, or why it cannot have it. */
export type Added =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly what: string };

/** A scenario in which nothing is assumed yet. */
export const FIRST_TEXT = `# An assumption. Nothing here is on record.
scenario: my-own
title: A scenario of my own
acts: []
`;

/** Writes an addition into the text of a scenario. Comments and order stay; lines may be broken anew. */
export function withAddition(text: string, addition: Addition): Added {
  // Only what this reads without trouble is no danger to the parser that keeps comments.
  const yaml = parseYaml(text);
  if (yaml.kind === 'problems') return refused('the text cannot be read; mend it first');
  const document = parseDocument(yaml.value === null ? FIRST_TEXT : text, { schema: 'failsafe' });
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents))
    return refused('the text is no scenario; mend it first');
  const wrong = add(document, contents, addition);
  if (wrong !== null) return refused(wrong);
  return { kind: 'text', text: document.toString({ lineWidth: 120, flowCollectionPadding: false }) };
}

/** A name for an act that none has yet: this one, with a number where it is taken. */
export function nameFor(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const one = number === 1 ? name : `${name}-${number}`;
    if (!isTaken(one)) return one;
  }
}

/** The names of the acts that a text has, as far as it can be read. */
export function actNamesIn(text: string): readonly string[] {
  const yaml = parseYaml(text);
  if (yaml.kind === 'problems') return [];
  const acts = isFields(yaml.value) ? yaml.value['acts'] : null;
  if (!isList(acts)) return [];
  return acts.flatMap((act) => (isFields(act) && typeof act['act'] === 'string' ? [act['act']] : []));
}

function refused(what: string): Added {
  return { kind: 'refused', what };
}

type Contents = YAMLMap<unknown, unknown>;

/** Null, or why it cannot be added. */
function add(document: Document, contents: Contents, addition: Addition): string | null {
  switch (addition.kind) {
    case 'act': {
      const acts = listIn(document, contents, 'acts');
      if (acts === null) return NO_LIST('acts');
      const { event, ...act } = addition.act;
      const node = document.createNode({ ...act, events: [event] });
      const written: unknown = node.getIn(['events', 0], true);
      if (isMap(written)) written.flow = true;
      const when: unknown = node.getIn(['when'], true);
      if (isMap(when) || isSeq(when)) when.flow = true;
      acts.add(node);
      return null;
    }
    case 'without': {
      const without = listIn(document, contents, 'without');
      if (without === null) return NO_LIST('without');
      const { name } = addition;
      if (without.items.some((item) => textOf(item) === name)) return `${name} is taken out already`;
      without.add(document.createNode(name));
      return null;
    }
    case 'move': {
      const changes = listIn(document, contents, 'changes');
      if (changes === null) return NO_LIST('changes');
      const { event, effective } = addition;
      const known = changes.items.find((item) => isMap(item) && textOf(item.get('event', true)) === event);
      const set = isMap(known) ? known.get('set') : undefined;
      if (isMap(set)) set.set('effective', effective);
      else changes.add(document.createNode({ event, set: { effective } }, { flow: true }));
      return null;
    }
    case 'remove':
      return remove(contents, addition.act);
    case 'date': {
      const act = actNamed(contents, addition.act);
      if (act === null) return `there is no act ${addition.act} to change`;
      act.set('announced', addition.announced);
      return null;
    }
    case 'put-back': {
      const { name } = addition;
      const isPutBack = [
        takeFrom(contents, 'without', (item) => textOf(item) === name),
        takeFrom(contents, 'changes', (item) => isMap(item) && textOf(item.get('event', true)) === name),
      ].includes(true);
      return isPutBack ? null : `${name} is neither taken out nor moved`;
    }
    default:
      return addition satisfies never;
  }
}

/** Null, or why the act cannot go. */
function remove(contents: Contents, name: string): string | null {
  const act = actNamed(contents, name);
  if (act === null) return `there is no act ${name} to remove`;
  const followers = itemsIn(contents, 'acts').flatMap((item) =>
    isMap(item) && item.getIn(['announced', 'after']) === name ? [String(item.get('act'))] : [],
  );
  if (followers.length > 0) return `${followers.join(', ')} follows it; remove that first`;
  const acts = contents.get('acts', true);
  if (isSeq(acts)) acts.items = acts.items.filter((item) => item !== act);
  return null;
}

function actNamed(contents: Contents, name: string): Contents | null {
  const act = itemsIn(contents, 'acts').find((item) => isMap(item) && textOf(item.get('act', true)) === name);
  return isMap(act) ? act : null;
}

/** Takes what is such out of a list, and an empty list out of the scenario; whether there was any. */
function takeFrom(contents: Contents, field: string, isSuch: (item: unknown) => boolean): boolean {
  const list = contents.get(field, true);
  if (!isSeq(list) || !list.items.some(isSuch)) return false;
  list.items = list.items.filter((item) => !isSuch(item));
  if (list.items.length === 0) contents.delete(field);
  return true;
}

function itemsIn(contents: Contents, field: string): readonly unknown[] {
  const list = contents.get(field, true);
  return isSeq(list) ? list.items : [];
}

const NO_LIST = (field: string) => `${field} is not a list; mend it first`;

/** The list in a field of the scenario, made where there is none, before the acts; null where something else stands there. */
function listIn(document: Document, contents: Contents, field: string): YAMLSeq | null {
  const known = contents.get(field, true);
  if (isSeq(known)) {
    if (known.items.length === 0) known.flow = false;
    return known;
  }
  const isEmpty = known instanceof Scalar && (known.value === null || known.value === '');
  if (known !== undefined && !isEmpty) return null;
  const list = new YAMLSeq(document.schema);
  if (known !== undefined) contents.set(field, list);
  else {
    const pair: Pair<unknown, unknown> = document.createPair(field, list);
    const acts = contents.items.findIndex(({ key }) => textOf(key) === 'acts');
    contents.items.splice(acts < 0 ? contents.items.length : acts, 0, pair);
  }
  return list;
}

function textOf(node: unknown): unknown {
  return node instanceof Scalar ? node.value : undefined;
}

function isFields(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
