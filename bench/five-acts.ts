/** The scenario of five acts that is run: offers, conditions, answers, and days of every distribution. */
import { fileURLToPath } from 'node:url';
import { readScenario } from '../src/events/read-scenario.ts';
import { type Prepared, prepareRuns } from '../src/simulation/prepared.ts';
import { problemsOf } from '../src/simulation/sound.ts';
import { loadDossier } from '../src/store/folder.ts';
import { dayNumberOf } from '../src/time/day.ts';

export async function fiveActs(): Promise<Prepared> {
  const folder = fileURLToPath(new URL('../../events/nato-russia', import.meta.url));
  const loaded = await loadDossier(folder);
  if (loaded.kind !== 'record') throw new Error('the dossier that ships cannot be loaded');
  const read = readScenario(SCENARIO);
  if (read.kind !== 'value') throw new Error(read.problems.map(({ what }) => what).join('\n'));
  const [problem] = problemsOf(loaded.record, [read.value]);
  if (problem !== undefined) throw new Error(problem.what);
  const dates = [dayNumberOf(2022, 6, 1), dayNumberOf(2022, 12, 31)];
  const ready = prepareRuns(loaded.record, [read.value], { dates, keep: null });
  if (ready.kind !== 'prepared') throw new Error('the scenario cannot be run');
  return ready.prepared;
}

const SCENARIO = {
  scenario: 'five-acts',
  title: 'Five acts, each as likely as is made up',
  from: '2022-01-26',
  acts: [
    {
      act: 'acceptance',
      by: 'russia',
      announced: { after: '2022-01-26-nato', days: '7..35' },
      probability: 0.6,
      events: [{ subject: 'russian-mission', type: 'operations.resumed', effective: { days: 14 } }],
    },
    {
      act: 'offices',
      by: 'russia',
      announced: { after: 'acceptance', days: { weights: { 0: 3, 10: 1 } } },
      probability: 0.8,
      when: { subject: 'military-liaison-mission', status: 'suspended' },
      events: [
        { subject: 'military-liaison-mission', type: 'operations.resumed', effective: { days: '7..21' } },
        { subject: 'information-office', type: 'mission.reopened', effective: { days: 14 } },
      ],
    },
    {
      act: 'accreditation',
      by: 'russia',
      announced: { after: 'offices', days: { triangular: [20, 30, 90] } },
      probability: 0.7,
      when: { subject: 'military-liaison-mission', status: 'operating' },
      events: [{ subject: 'military-liaison-mission', type: 'accreditation.granted', count: '3' }],
    },
    {
      act: 'ceiling',
      by: 'nato',
      announced: '2022-03',
      probability: 0.5,
      events: [{ subject: 'russian-mission', type: 'ceiling.set', limit: '20' }],
    },
    {
      act: 'answer',
      by: 'nato',
      announced: { answers: 'accreditation.granted', by: 'russia', days: '5..15', times: 3 },
      when: { subject: 'russian-mission', 'staff.accredited': '>=1' },
      events: [{ subject: 'russian-mission', type: 'accreditation.granted', count: '2' }],
    },
  ],
};
