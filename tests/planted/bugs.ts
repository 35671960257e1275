/** Small bugs, each of which the laws must tell: what they do not tell, they do not hold. */
import type { laws } from '../laws/laws.ts';

/** An edit of one file of src: a text that stands in it once, and what stands there instead. */
export interface Bug {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly instead: string;
  /** The laws of which at least one must fall. */
  readonly laws: readonly (keyof typeof laws)[];
}

export const bugs: readonly Bug[] = [
  {
    name: 'the order of arrival decides',
    file: 'src/replay/streams.ts',
    text: 'dated.sort(byOrder(reading)).forEach(',
    instead: 'dated.forEach(',
    laws: [6, 11],
  },
  {
    name: 'events that tie stay as they arrived',
    file: 'src/time/order.ts',
    text: 'return a.act - b.act || a.event - b.event;',
    instead: 'return a.act - b.act;',
    laws: [6, 11],
  },
  {
    name: 'clock times do not count in the order',
    file: 'src/time/order.ts',
    text: 'byClock(a.effective.clock, b.effective.clock) ||',
    instead: '',
    laws: [6, 11],
  },
  {
    name: 'latest and earliest are swapped',
    file: 'src/time/clocks.ts',
    text: 'date.last : date.first',
    instead: 'date.first : date.last',
    laws: [6, 11],
  },
  {
    name: 'a day ends before its own events',
    file: 'src/replay/walk.ts',
    text: 'day > until ||',
    instead: 'day >= until ||',
    laws: [6],
  },
  {
    name: 'days are told in local time',
    file: 'src/time/day.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the code itself.
    text: 'return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as Day;',
    instead:
      "const local = new Date(n * 86_400_000); return [padded(local.getFullYear(), 4), padded(local.getMonth() + 1, 2), padded(local.getDate(), 2)].join('-') as Day;",
    laws: [1],
  },
  {
    name: 'what is pending counts as in effect',
    file: 'src/replay/world.ts',
    text: 'walk(chart, stream, when, when.at)',
    instead: 'walk(chart, stream, when)',
    laws: [6, 9],
  },
  {
    name: 'what took hold on the day itself is still pending',
    file: 'src/replay/world.ts',
    text: 'dayUnder(when.reading, event.effective) > when.at',
    instead: 'dayUnder(when.reading, event.effective) >= when.at',
    laws: [6, 35],
  },
  {
    name: 'any event makes the status begin anew',
    file: 'src/replay/evolve.ts',
    text: "fields.get('status') === state.fields.get('status') ? state.since : event",
    instead: "fields.get('status') === undefined ? state.since : event",
    laws: [6],
  },
  {
    name: 'what is announced on the last day does not count',
    file: 'src/replay/known.ts',
    text: 'dayUnder(reading, announced) <= announcedBy',
    instead: 'dayUnder(reading, announced) < announcedBy',
    laws: [6, 13],
  },
  {
    name: 'what is recorded on the last day does not count',
    file: 'src/replay/known.ts',
    text: 'at(from, place) <= recordedBy',
    instead: 'at(from, place) < recordedBy',
    laws: [6, 16],
  },
  {
    name: 'a correction counts before its recording',
    file: 'src/replay/known.ts',
    text: 'at(from, place) <= recordedBy && recordedBy < at(until, place)',
    instead: 'at(until, place) === NEVER',
    laws: [8, 17],
  },
  {
    name: 'a correction forgets the corrections before it',
    file: 'src/replay/changes.ts',
    text: 'everyone({ ...written(last.event), accounts })',
    instead: 'everyone({ ...written(versions[0].event ?? last.event), accounts })',
    laws: [18],
  },
  {
    name: 'a correction forgets the accounts',
    file: 'src/replay/changes.ts',
    text: '...told(last.event, read.value, day, last.event.position),',
    instead: '...told(last.event, read.value, day, last.event.position), accounts: new Map(),',
    laws: [18],
  },
  {
    name: 'a corrected announcement stays where it was',
    file: 'src/replay/changes.ts',
    text: "moved?.kind === 'value' ? moved.value : last.event.announced",
    instead: 'last.event.announced',
    laws: [18],
  },
  {
    name: 'a retracted event stays',
    file: 'src/replay/changes.ts',
    text: 'const version = { recorded, event: null, accounts: new Map(),',
    instead: 'const version = { recorded, event: last.event, accounts: last.accounts,',
    laws: [16, 19],
  },
  {
    name: 'the account of another party is followed',
    file: 'src/replay/streams.ts',
    text: 'const own = account === null ? undefined : accounts.get(account);',
    instead: 'const own = account === null ? undefined : [...accounts.values()][0];',
    laws: [40],
  },
  {
    name: 'an event that has no place is told nowhere',
    file: 'src/replay/findings.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the code itself.
    text: 'return { ...common, says: `${type} has no place while ${outcome.while}` };',
    instead: 'return null;',
    laws: [35],
  },
  {
    name: 'a refused event counts as applied',
    file: 'src/replay/compile.ts',
    text: "known.length > 0 ? 'refused' : 'not-applicable',",
    instead: "known.length > 0 ? 'applied' : 'not-applicable',",
    laws: [7, 35],
  },
  {
    name: 'what a state does when an event takes it away is done where it is not active',
    file: 'src/replay/scope.ts',
    text: '(node.exit.length > 0 && goesBy(node))',
    instead: 'goesBy.length === 0',
    laws: [7],
  },
  {
    name: 'a report is told although it was refused',
    file: 'src/replay/world.ts',
    text: "event.type === 'staff.reported' && outcome.kind === 'applied'",
    instead: "event.type === 'staff.reported' && outcome.kind !== 'not-applicable'",
    laws: [35],
  },
  {
    name: 'a run begins at a state that rests on what is not announced by then',
    file: 'src/replay/run.ts',
    text: '(bounds.announcedBy === null || run.told <= bounds.announcedBy)',
    instead: 'true',
    laws: [5, 6, 30],
  },
  {
    name: 'a run begins at a state that rests on what is not recorded by then',
    file: 'src/replay/run.ts',
    text: '(bounds.recordedBy === null || run.recorded <= bounds.recordedBy)',
    instead: 'true',
    laws: [5, 6, 30],
  },
  {
    name: 'a run writes the state that it began from',
    file: 'src/replay/run.ts',
    text: 'if (mark !== null) return { ...mark.run, context: chart.copied(mark.run.context) };',
    instead: 'if (mark !== null) return { ...mark.run };',
    laws: [5],
  },
  {
    name: 'a branch begins at a state that its record came to after they part',
    file: 'src/replay/run.ts',
    text: 'run.passed <= passed &&',
    instead: '',
    laws: [28, 30, 31],
  },
  {
    name: 'a branch keeps what is taken out',
    file: 'src/replay/branch.ts',
    text: '.filter(({ event }) => !without.has(event.id))',
    instead: '',
    laws: [28, 30, 31],
  },
  {
    name: 'one chart serves all kinds',
    file: 'src/replay/walk.ts',
    text: 'const chart = charts.get(kind) ??',
    instead: 'const chart = [...charts.values()][0] ??',
    laws: [5, 6, 27],
  },
  {
    name: 'a state is changed by what comes after it',
    file: 'src/replay/evolve.ts',
    text: 'const causes = new Map(state.causes);',
    instead: 'const causes = state.causes as Map<string, Cause>;',
    laws: [3, 12],
  },
  {
    name: 'a period begins a day late',
    file: 'src/replay/timeline.ts',
    text: 'stretches.push({ from: day, state, events })',
    instead: 'stretches.push({ from: (day + 1) as DayNumber, state, events })',
    laws: [12],
  },
  {
    name: 'a difference names events of both days',
    file: 'src/replay/diff.ts',
    text: 'already.has(event) ? [] : [event.id]',
    instead: 'already.has(event) ? [event.id] : [event.id]',
    laws: [14],
  },
  {
    name: 'an event is named behind what it left as it was',
    file: 'src/replay/evolve.ts',
    text: ' && before.get(field) !== after.get(field)',
    instead: '',
    laws: [37],
  },
  {
    name: 'what made an event possible is missing from the causes',
    file: 'src/replay/evolve.ts',
    text: 'const through = [...enabling, ...causesOf(causes, write.read)];',
    instead: 'const through = causesOf(causes, write.read);',
    laws: [37],
  },
  {
    name: 'the ceiling is missing from the causes of vacant posts',
    file: 'src/replay/evolve.ts',
    text: "return ['staff.ceiling', 'staff.accredited'];",
    instead: "return ['staff.accredited'];",
    laws: [37],
  },
  {
    name: 'the digest takes no notice of acts and accounts',
    file: 'src/store/digest.ts',
    text: 'value instanceof Map ? [...value] : Object.entries(value)',
    instead: 'Object.entries(value)',
    laws: [25],
  },
  {
    name: 'doubt tries the two readings only',
    file: 'src/replay/uncertain.ts',
    text: 'const all = [earliest, latest, ...states];',
    instead: 'const all = [earliest, latest];',
    laws: [39],
  },
  {
    name: 'of histories that end alike the first found is kept',
    file: 'src/replay/doubt.ts',
    text: 'if (earlier !== undefined && byPlace(earlier, place) <= 0) continue;',
    instead: 'if (earlier !== undefined) continue;',
    laws: [39],
  },
  {
    name: 'histories are told apart by their states alone',
    file: 'src/replay/doubt.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is the code itself.
    text: "const key = `${after.fixed} ${loose.map((one) => (after.loose.has(one) ? 1 : 0)).join('')} ${keyOf(state)}`;",
    instead: 'const key = keyOf(state);',
    laws: [39],
  },
  {
    name: 'too little is left of a range',
    file: 'src/count.ts',
    text: 'max: a.max === null ? null : Math.max(0, a.max - b.min),',
    instead: 'max: a.max === null ? null : Math.max(0, a.max - (b.max ?? b.min)),',
    laws: [38],
  },
  {
    name: 'the least of a range lies above its most',
    file: 'src/count.ts',
    text: 'return { min: Math.min(a.min, b.min), max: lower(a.max, b.max) };',
    instead: 'return { min: lower(a.max, b.max) ?? a.min, max: Math.min(a.min, b.min) };',
    laws: [36, 38],
  },
  {
    name: 'grants pay no heed to the ceiling',
    file: 'src/machines/mission.ts',
    text: "actions: ['grantAccreditation', 'fitUnderCeiling', 'answerRequests'],",
    instead: "actions: ['grantAccreditation', 'answerRequests'],",
    laws: [36],
  },
  {
    name: 'a second ceiling is ignored',
    file: 'src/machines/mission.ts',
    text: "'ceiling.set': { actions: ['setCeiling', 'cutToCeiling'] },",
    instead: "'ceiling.set': { actions: [] },",
    laws: [38],
  },
  {
    name: 'vacant posts are not reckoned from the ceiling',
    file: 'src/machines/staffing.ts',
    text: 'return staff.ceiling && minus(staff.ceiling, staff.accredited);',
    instead: 'return staff.ceiling && staff.accredited;',
    laws: [38],
  },
  {
    name: 'a head whose accreditation is withdrawn keeps his post',
    file: 'src/machines/mission.ts',
    text: `'accreditation.withdrawn': { guard: 'ofEveryone', target: 'vacant', actions: 'endHeadship' },
        'staff.recalled': { guard: 'ofEveryone', target: 'recalled' },`,
    instead: "'staff.recalled': { guard: 'ofEveryone', target: 'recalled' },",
    laws: [36],
  },
  {
    name: 'anybody may end the office of the head',
    file: 'src/machines/posts.ts',
    text: 'return context.head === null || context.head.name === event.name;',
    instead: 'return true;',
    laws: [36],
  },
  {
    name: 'a closed mission keeps its staff',
    file: 'src/machines/mission.ts',
    text: "actions: ['endAllAccreditation', 'endHeadship',",
    instead: "actions: ['endHeadship',",
    laws: [36],
  },
];

/** A file with the bug in it; throws where the text to be edited does not stand in it exactly once. */
export function planted(source: string, { file, text, instead }: Bug): string {
  const places = source.split(text).length - 1;
  if (places !== 1) throw new Error(`stands in ${file} ${places} times, not once: ${text}`);
  return source.replace(text, () => instead);
}
