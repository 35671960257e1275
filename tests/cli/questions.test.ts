import { expect, test } from 'vitest';
import * as z from 'zod';
import { answer } from './program.ts';

const count = z.strictObject({ min: z.number(), max: z.number().nullable() });
const staffing = z.strictObject({
  ceiling: count.nullable(),
  accredited: count,
  pending: count,
  vacant: count.nullable(),
});
const worldSchema = z.object({
  subjects: z.record(
    z.string(),
    z.object({
      status: z.string(),
      since: z.string().nullable(),
      state: z.unknown(),
      staff: staffing.optional(),
      admitted: count.nullable().optional(),
      holder: z.string().nullable().optional(),
      capacity: z.string().nullable().optional(),
      uncertain: z.array(
        z.object({
          field: z.string(),
          earliest: z.unknown(),
          latest: z.unknown(),
          because: z.array(z.string()),
        }),
      ),
      pending: z.array(z.looseObject({ event: z.string(), type: z.string(), effective: z.string() })),
      because: z.record(z.string(), z.array(z.string())),
    }),
  ),
});
const exactly = (n: number) => ({ min: n, max: n });

function subjectsOn(line: string) {
  const { subjects } = worldSchema.parse(answer(`replay ${line}`));
  return (id: string) => {
    const subject = subjects[id];
    if (subject === undefined) throw new Error(`no answer about ${id}`);
    return subject;
  };
}

test('on 31 March 2014 cooperation is active and access to headquarters full', () => {
  const on = subjectsOn('--at 2014-03-31');
  expect(on('practical-cooperation').status).toBe('active');
  expect(on('russian-mission').state).toMatchObject({ established: { access: 'full' } });
});

test('on 8 April 2014 cooperation is suspended, dialogue kept, and four are admitted', () => {
  const on = subjectsOn('--at 2014-04-08');
  expect(on('practical-cooperation').status).toBe('partly-suspended');
  expect(on('practical-cooperation').state).toEqual({ practical: 'suspended', dialogue: 'active' });
  expect(on('russian-mission').state).toMatchObject({ established: { access: 'restricted' } });
  expect(on('russian-mission').admitted).toEqual(exactly(4));
});

test('on 28 March 2018 the ceiling is twenty and at most twenty are accredited', () => {
  const { staff } = subjectsOn('--at 2018-03-28')('russian-mission');
  expect(staff?.ceiling).toEqual(exactly(20));
  expect(staff?.accredited.max).toBe(20);
});

test('on 7 October 2021 eighteen of twenty posts are filled, and ten are to remain on 1 November', () => {
  const mission = subjectsOn('--at 2021-10-07')('russian-mission');
  expect(mission.status).toBe('operating');
  expect(mission.staff).toMatchObject({ ceiling: exactly(20), accredited: exactly(18), vacant: exactly(2) });
  expect(mission.pending).toMatchObject([
    { type: 'accreditation.withdrawn', effective: '2021-11-01', count: exactly(8) },
    { type: 'posts.abolished', effective: '2021-11-01', count: exactly(2) },
    { type: 'ceiling.set', effective: '2021-11-01', limit: exactly(10) },
  ]);
});

test("the day before Moscow's answer the mission was expected to go on with ten of ten", () => {
  const on = subjectsOn('--at 2021-11-10 --announced-by 2021-10-17');
  expect(on('russian-mission').status).toBe('operating');
  expect(on('russian-mission').staff).toMatchObject({
    ceiling: exactly(10),
    accredited: exactly(10),
    vacant: exactly(0),
  });
  expect(on('military-liaison-mission').status).toBe('operating');
  expect(on('information-office').status).toBe('operating');
});

test('on 10 November 2021 both missions are suspended, the office closed, and one channel is named', () => {
  const on = subjectsOn('--at 2021-11-10');
  expect(on('russian-mission').status).toBe('suspended');
  expect(on('russian-mission').state).toMatchObject({
    established: { militaryRepresentative: { office: { suspended: 'withMission' } } },
  });
  expect(on('russian-mission').staff).toMatchObject({
    ceiling: exactly(10),
    accredited: exactly(10),
    vacant: exactly(0),
  });
  expect(on('military-liaison-mission').status).toBe('suspended');
  expect(on('military-liaison-mission').staff?.accredited).toEqual(exactly(0));
  expect(on('information-office').status).toBe('closed');
  expect(on('russian-channel')).toMatchObject({
    status: 'designated',
    capacity: expect.stringContaining('Belgium'),
  });
  expect(on('nato-channel')).toMatchObject({ status: 'offered', holder: null });
});

test('on 2 November 2021 it is uncertain whether the mission works, because of the statement of 18 October', () => {
  const { uncertain } = subjectsOn('--at 2021-11-02')('russian-mission');
  expect(uncertain.find(({ field }) => field === 'status')).toEqual({
    field: 'status',
    earliest: 'suspended',
    latest: 'operating',
    because: ['2021-10-18-russia/1'],
  });
});

test("on 31 October 2021 NATO's account has the eight withdrawn already, and nothing else of the mission differs", () => {
  const { staff: base, ...mission } = subjectsOn('--at 2021-10-31')('russian-mission');
  const { staff: nato, ...missionOfNato } = subjectsOn('--at 2021-10-31 --account nato')('russian-mission');
  expect(base).toMatchObject({ accredited: exactly(18), ceiling: exactly(20) });
  expect(nato).toMatchObject({ accredited: exactly(10), ceiling: exactly(20) });
  expect(missionOfNato.state).toEqual(mission.state);
});

test('the ceiling of 10 November 2021 rests on the decisions of 2015, 2018 and 2021, and each source says what it says', () => {
  const chainSchema = z.object({
    value: count,
    chain: z.array(
      z.object({
        act: z.string(),
        wrote: z.array(z.string()),
        sources: z.array(z.object({ says: z.string() })).min(1),
      }),
    ),
  });
  const { value, chain } = chainSchema.parse(answer('why russian-mission staff.ceiling --at 2021-11-10'));
  expect(value).toEqual(exactly(10));
  const acts = chain.filter(({ wrote }) => wrote.length > 0).map(({ act }) => act);
  expect([...new Set(acts)]).toEqual(['2015-04-10-nato', '2018-03-27-nato', '2021-10-06-nato']);
});

test('between 5 October and 10 November 2021 every changed field names its events', () => {
  const diffSchema = z.object({
    changes: z.array(
      z.object({ subject: z.string(), field: z.string(), because: z.array(z.string()).min(1) }),
    ),
  });
  const { changes } = diffSchema.parse(answer('diff 2021-10-05 2021-11-10'));
  const changed = changes.map(({ subject, field }) => `${subject} ${field}`);
  expect(changed).toEqual(
    expect.arrayContaining([
      'russian-mission status',
      'russian-mission staff.ceiling',
      'russian-mission staff.accredited',
      'military-liaison-mission status',
      'information-office status',
      'russian-channel status',
      'nato-channel status',
    ]),
  );
  expect(
    changes.find(({ subject, field }) => `${subject} ${field}` === 'russian-mission status')?.because,
  ).toEqual(['2021-10-18-russia/1']);
});
