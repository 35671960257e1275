/** The state of one subject, event by event, with the causes of every part of it. */

import type { Count } from '../count.ts';
import type { DomainEvent } from '../events/event.ts';
import { vacancies } from '../machines/staffing.ts';
import { type Cause, causeOf } from './causes.ts';
import type { Chart, Snapshot, Step } from './chart.ts';

/** What a field can hold; plain data. */
export type FieldValue =
  | string
  | null
  | Count
  | readonly string[]
  | { readonly [part: string]: string | boolean | null };

/** The state of a subject: its fields by dotted path, and what made each of them so. */
export interface State {
  readonly snapshot: Snapshot;
  /** `status`, the regions (`state`, `state.operation`, …) and the parts of the context (`staff.ceiling`, `head`, …). */
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly causes: ReadonlyMap<string, Cause>;
  /** The event since which the status has been what it is; null while it is the initial one. */
  readonly since: DomainEvent | null;
  /** How many events have been applied. */
  readonly applied: number;
}

/** An event's outcome: the state after it, or why the rules have no place for it; the state then stays as it is. */
export type Outcome =
  | { readonly kind: 'applied'; readonly state: State }
  | Exclude<Step, { readonly kind: 'applied' }>;

/** A subject of which nothing has happened yet. */
export function begin(chart: Chart): State {
  const snapshot = chart.initial;
  return { snapshot, fields: fieldsOf(chart, snapshot), causes: new Map(), since: null, applied: 0 };
}

/** The state after one more event. */
export function evolve(chart: Chart, state: State, event: DomainEvent): Outcome {
  const step = chart.step(state.snapshot, event);
  if (step.kind !== 'applied') return step;
  const fields = fieldsOf(chart, step.snapshot);
  const causes = new Map(state.causes);
  const applied = state.applied + 1;

  const enabling = causesOf(state.causes, step.enabledBy);
  for (const field of regionsChanged(state.fields, fields)) {
    causes.set(field, causeOf(event, applied, state.causes.get(field), enabling));
  }
  for (const write of step.writes) {
    const through = [...enabling, ...causesOf(causes, write.read)];
    for (const field of write.fields) causes.set(field, causeOf(event, applied, causes.get(field), through));
  }
  const since = fields.get('status') === state.fields.get('status') ? state.since : event;
  return { kind: 'applied', state: { snapshot: step.snapshot, fields, causes, since, applied } };
}

/** The causes of a field; a reckoned field, such as the status, has those of what it is reckoned from. */
export function causesBehind(chart: Chart, state: State, field: string): readonly Cause[] {
  return causesOf(state.causes, reckonedFrom(chart, field));
}

/** The fields that a field is reckoned from; itself where it is not reckoned. */
export function reckonedFrom(chart: Chart, field: string): readonly string[] {
  if (field === 'status') return chart.rules.status.from;
  if (field === 'staff.vacant') return ['staff.ceiling', 'staff.accredited'];
  return [field];
}

/** The fields of a state, by dotted path. */
export function fieldsOf(chart: Chart, snapshot: Snapshot): ReadonlyMap<string, FieldValue> {
  const { rules } = chart;
  const fields = new Map<string, FieldValue>([['status', chart.statusOf(snapshot.at.number)]]);
  for (const [region, state] of chart.regionsOf(snapshot.at)) fields.set(region, state);
  for (const field of rules.fields) fields.set(field, valueIn(snapshot.context, field));
  if (rules.staffed) fields.set('staff.vacant', vacancies(snapshot.context['staff']));
  return fields;
}

/** One field of a state; undefined where the state has no such field. */
export function fieldIn(chart: Chart, { at, context }: Snapshot, field: string): FieldValue | undefined {
  if (field === 'status') return chart.statusOf(at.number);
  if (field === 'staff.vacant') return chart.rules.staffed ? vacancies(context['staff']) : undefined;
  return chart.rules.fields.includes(field) ? valueIn(context, field) : chart.regionsOf(at).get(field);
}

function valueIn(context: unknown, field: string): FieldValue {
  const path = paths.get(field) ?? field.split('.');
  paths.set(field, path);
  let part = context;
  for (const key of path) part = isObject(part) ? part[key] : undefined;
  if (!isFieldValue(part)) throw new Error(`the rule book names ${field}, which the context does not have`);
  return part;
}

const paths = new Map<string, readonly string[]>();

function regionsChanged(
  before: ReadonlyMap<string, FieldValue>,
  after: ReadonlyMap<string, FieldValue>,
): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter(
    (field) => (field === 'state' || field.startsWith('state.')) && before.get(field) !== after.get(field),
  );
}

function causesOf(causes: ReadonlyMap<string, Cause>, fields: readonly string[]): Cause[] {
  return fields.flatMap((field) => causes.get(field) ?? []);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/** Contexts hold plain data and nothing else, by the types of their charts. */
function isFieldValue(value: unknown): value is FieldValue {
  return value !== undefined && typeof value !== 'function';
}
