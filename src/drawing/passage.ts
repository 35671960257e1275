/** A subject's events in their order, with what each did, at the speed of the table and without causes. */
import type { DomainEvent } from '../events/event.ts';
import { typeNumber } from '../events/vocabulary.ts';
import type { Staff } from '../machines/staffing.ts';
import type { Chart } from '../replay/chart.ts';
import { type Finding, findingOf } from '../replay/findings.ts';
import { isAnnounced, type Knowledge, knownOf } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { chartFor } from '../replay/walk.ts';
import { dayUnder } from '../time/clocks.ts';
import { type DayNumber, NEVER } from '../time/day.ts';

/** An event, the day on which it counts (null: none certainly), how things stand after it, and why it changed nothing. */
export interface Passed extends Stand {
  readonly event: DomainEvent;
  readonly day: DayNumber | null;
  readonly finding: Finding | null;
}

/** How a subject stands, as far as it is drawn; null for the staff of one that has none. */
export interface Stand {
  readonly status: string;
  readonly staff: Pick<Staff, 'ceiling' | 'accredited'> | null;
}

/** How a subject stands before anything has happened to it, and then every event that is known of it. */
export function passageOf(
  record: EventRecord,
  subject: string,
  knowledge: Knowledge,
): { readonly start: Stand; readonly passed: readonly Passed[] } {
  const chart = chartFor(kindOf(record, subject));
  const { compiled } = chart;
  const context = chart.copied(chart.initial.context);
  let place = chart.initial.at.number;
  const start = stand(chart, place, context);
  const passed: Passed[] = [];
  for (const event of knownOf(record, subject, knowledge)) {
    if (!isAnnounced(event, knowledge)) continue;
    const day = dayUnder(knowledge.reading, event.effective);
    if (day === NEVER) {
      passed.push({ event, day: null, finding: null, ...stand(chart, place, context) });
      continue;
    }
    const verdict = compiled.decide(place, typeNumber(event.type), context, event);
    let finding: Finding | null = null;
    if (verdict.kind === 'applied') {
      if (verdict.change !== null) verdict.change(context, event);
      place = compiled.after(place, verdict);
    } else {
      const outcome = chart.unmoved(verdict, compiled.numbered(place), event);
      finding = findingOf(chart, { event, outcome });
    }
    passed.push({ event, day, finding, ...stand(chart, place, context) });
  }
  return { start, passed };
}

function stand(chart: Chart, place: number, context: Chart['initial']['context']): Stand {
  const status = chart.statusOf(place);
  if (!chart.rules.staffed) return { status, staff: null };
  // The context of a staffed kind has its staff; the counts in it are set anew and never written.
  const { ceiling, accredited }: Staff = context['staff'];
  return { status, staff: { ceiling, accredited } };
}
