import type { ProjectId } from '#engines/registry';
import { evenMonths as months, progressCity, wanText } from '../../../progress/test/support/a-city.ts';
import * as contract from '../../contract.ts';
import { reportingRoutes } from '../../routes.ts';

export type Person = Awaited<ReturnType<Awaited<ReturnType<typeof progressCity>>['person']>>;
export const month = '2023-05' as const;
export { wanText } from '../../../progress/test/support/a-city.ts';

/** May 2023 in a little city of two districts, assigned and open; it is 8 June. */
export async function aMonth() {
  const city = await progressCity(reportingRoutes);
  const east: ProjectId[] = [];
  for (const name of ['东川新城', '东川大桥', '东川水厂'])
    east.push(await city.project(name, { district: 'east', category: '在建', months }));
  const west = await city.project('西岭电站', { district: 'west', category: '在建', months });
  await city.project('东川学校', { district: 'east', category: '前期' });
  for (const id of east) await city.verified(id, '2023-04', 400);
  const people = {
    filler: await city.person('east-filler', { role: 'district-filler', org: 'east' }),
    other: await city.person('east-other', { role: 'district-filler', org: 'east' }),
    reviewer: await city.person('east-reviewer', { role: 'district-reviewer', org: 'east' }),
    westFiller: await city.person('west-filler', { role: 'district-filler', org: 'west' }),
    clerk: await city.person('clerk', { role: 'coordinator-clerk' }),
    section: await city.person('section', { role: 'coordinator-section-head' }),
    head: await city.person('head', { role: 'coordinator-head' }),
    leader: await city.person('leader', { role: 'leader' }),
  };
  const { proposals } = await people.clerk.call(contract.listPeriods, {});
  const { days } = proposals.find((one) => one.month === month)!;
  const period = { month, ...days, steps: days.steps.map(({ id, dueOn }) => ({ id, dueOn })) };
  const { cutOffHour: _hour, ...given } = period;
  const rowOf = async (by: Person, projectId: ProjectId) =>
    (await by.call(contract.periodRows, { month, projectId })).rows[0]!;
  return { ...city, east, west, ...people, given, rowOf };
}
export type AMonth = Awaited<ReturnType<typeof aMonth>>;

/** Facts of a month in which a hundred were done on top of April's four hundred. */
export const asPlanned = {
  monthFen: wanText(100),
  cumFen: wanText(500),
  started: true,
  entered: true,
} as const;
