/**
 * One step of a subject's chart, with a trace of what the step read and wrote. What the step is comes from the compiled
 * chart; above this file a state is plain data.
 */
import { enablePatches, produceWithPatches } from 'immer';
import type { MachineContext, StateValue } from 'xstate';
import type { DomainEvent } from '../events/event.ts';
import { eventTypes } from '../events/vocabulary.ts';
import type { RuleBook } from '../machines/rulebook.ts';
import { type CompiledChart, type Configuration, compile, type Verdict } from './compile.ts';
import type { Call } from './inquiry.ts';
import { regions, regionsAbove, type StateNode } from './regions.ts';
import { fieldOf, watched } from './watch.ts';

/** A state of a chart: which states are active, and what else is known. Never written. */
export interface Snapshot {
  readonly at: Configuration;
  readonly context: MachineContext;
}

/** A statechart ready to be walked. */
export interface Chart {
  readonly rules: RuleBook;
  readonly initial: Snapshot;
  /** The table that decides each step, for those who need no trace of it. */
  readonly compiled: CompiledChart;
  /** What becomes of an event, and to which configuration it leads; nothing is changed. */
  readonly decide: (at: Configuration, context: unknown, event: Typed) => Decided;
  /** The headline of the configuration with this number. */
  readonly statusOf: (configuration: number) => string;
  /** The active regions of a configuration and their states. */
  readonly regionsOf: (at: Configuration) => ReadonlyMap<string, string>;
  /** A context that recipes may write while the given one stays as it is. */
  readonly copied: (context: MachineContext) => MachineContext;
  /** The state that a configuration and a context make, as when both were kept. */
  readonly resume: (kept: { readonly value: StateValue; readonly context: MachineContext }) => Snapshot;
  /** Why a verdict that applies nothing leaves a configuration as it is. */
  readonly unmoved: (verdict: Verdict, at: Configuration, event: Typed) => Unmoved;
  /** Takes one event, of which it sees type and data; the snapshot that it is given stays as it is. */
  readonly step: (snapshot: Snapshot, event: Typed) => Step;
}

type Typed = Pick<DomainEvent, 'type'>;

/** A verdict with the configuration to which it leads. */
export interface Decided {
  readonly verdict: Verdict;
  readonly to: Configuration;
}

/** What one event does to a state. */
export type Step =
  | {
      readonly kind: 'applied';
      readonly snapshot: Snapshot;
      /** The fields on which it rested that the event was possible. */
      readonly enabledBy: readonly string[];
      readonly writes: readonly Write[];
    }
  | Unmoved;

/** Why an event does nothing to a state. */
export interface Unmoved {
  readonly kind: 'not-applicable' | 'refused';
  /** The guards that said no; none where the state knows no such event. */
  readonly guards: readonly string[];
  /** The state that has no place for it. */
  readonly while: string;
}

/** What one recipe wrote, and what it read to do so. */
export interface Write {
  readonly fields: readonly string[];
  readonly read: readonly string[];
}

/** Makes a rule book ready to be walked. */
export function chartOf(rules: RuleBook): Chart {
  enablePatches();
  const fields = new Set(rules.fields);
  const compiled = compile(rules.machine, rules.recipes, eventTypes);
  const places = placesOf(rules.machine.root);
  const headlines: string[] = [];
  const active: ReadonlyMap<string, string>[] = [];
  const parts = [
    ...new Set(rules.fields.flatMap((field) => (field.includes('.') ? field.split('.', 1) : []))),
  ];
  return {
    rules,
    compiled,
    decide,
    statusOf,
    regionsOf,
    copied,
    initial: { at: compiled.initial, context: compiled.initialContext },
    resume: ({ value, context }) => ({ at: compiled.configuration(value), context }),
    unmoved,
    step,
  };

  function decide(at: Configuration, context: unknown, event: Typed): Decided {
    const verdict = compiled.decide(at.number, compiled.typeNumber(event.type), context, event);
    return { verdict, to: compiled.numbered(compiled.after(at.number, verdict)) };
  }

  function statusOf(configuration: number): string {
    const status = headlines[configuration] ?? rules.status.of(compiled.numbered(configuration).value);
    headlines[configuration] = status;
    return status;
  }

  function regionsOf(at: Configuration): ReadonlyMap<string, string> {
    const found = active[at.number] ?? regions(rules.machine.root, at.value);
    active[at.number] = found;
    return found;
  }

  /** The values of fields are shared: recipes set them anew and write nothing within them. */
  function copied(context: MachineContext): MachineContext {
    const copy = { ...context };
    for (const part of parts) copy[part] = { ...copy[part] };
    return copy;
  }

  function step(snapshot: Snapshot, event: Typed): Step {
    const read = new Set<string>();
    const seen = watched(snapshot.context, fields, (field) => read.add(field));
    const { verdict, to } = decide(snapshot.at, seen, event);
    if (verdict.kind !== 'applied') return unmoved(verdict, snapshot.at, event);
    const writes: Write[] = [];
    let { context } = snapshot;
    for (const call of verdict.calls) {
      const [next, write] = made(call, context, event);
      context = next;
      writes.push(write);
    }
    const enabledBy = [...verdict.sources.flatMap(regionsAbove), ...read];
    return {
      kind: 'applied',
      snapshot: { at: to, context },
      enabledBy,
      writes,
    };
  }

  /** The context with one change made, and which fields that read and, by Immer's patches, wrote. */
  function made(call: Call, context: MachineContext, event: Typed): readonly [MachineContext, Write] {
    const read = new Set<string>();
    const [next, patches] = produceWithPatches(context, (draft: MachineContext) => {
      call.change(
        watched(draft, fields, (field) => read.add(field)),
        call.event ?? event,
        call.params,
      );
    });
    const written = new Set(patches.flatMap(({ path }) => fieldOf(path, fields) ?? []));
    return [next, { fields: [...written], read: [...read] }];
  }

  function unmoved({ kind, asked }: Verdict, at: Configuration, event: Typed): Unmoved {
    if (kind === 'applied') throw new Error(`${event.type} is applied`);
    const refusing = asked.filter((name) => Object.hasOwn(rules.refusals, name));
    const guards = refusing.length > 0 ? refusing : asked;
    return {
      kind,
      guards,
      while: whereItFailed(at, places.get(event.type) ?? [], guards),
    };
  }

  /** The state of the region whose guard refused, or that the event is about, or of the whole where no such is active. */
  function whereItFailed(at: Configuration, about: readonly EventPlace[], guards: readonly string[]): string {
    const here = regionsOf(at);
    const active = about.filter(({ field }) => here.has(field));
    const place = active.find((one) => guards.some((guard) => one.guards.includes(guard))) ?? active[0];
    return here.get(place?.field ?? 'state') ?? rules.machine.id;
  }
}

/** A region that has a place for a type of event in some state, and the guards that look at the event there. */
interface EventPlace {
  readonly field: string;
  readonly guards: readonly string[];
}

/** For each event type its places, in the order of the chart. */
function placesOf(root: StateNode): ReadonlyMap<string, readonly EventPlace[]> {
  const places = new Map<string, EventPlace[]>();
  visit(root);
  return places;

  function visit(node: StateNode): void {
    for (const [type, transitions] of node.transitions) {
      const field = regionsAbove(node).at(-1) ?? 'state';
      const guards = transitions.flatMap(({ guard }) => (guard === undefined ? [] : [nameOf(guard)]));
      places.set(type, [...(places.get(type) ?? []), { field, guards }]);
    }
    for (const inner of Object.values(node.states)) visit(inner);
  }
}

function nameOf(guard: unknown): string {
  return typeof guard === 'string' ? guard : String(Object(guard).type);
}
