import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectId } from '#engines/registry';
import { readWorkbook } from '#sheets';
import { aCity, aProject, type Person, type TestCity } from '../../projects/test/support/a-city.ts';
import * as contract from '../contract.ts';
import { milestonesMigrations } from '../migrations.ts';
import { milestonesSection } from '../milestones-section.ts';
import { milestonesRoutes } from '../routes.ts';

const withLight = {
  ...milestonesSection,
  read(files: Parameters<typeof milestonesSection.read>[0]) {
    const { value, problems } = milestonesSection.read(files);
    return { value: { ...value, light: { ...value.light, on: true } }, problems };
  },
};

let city: TestCity;
let east: Person;
let west: Person;
let leader: Person;
let id: ProjectId;
beforeAll(async () => {
  const more = { routes: milestonesRoutes, sections: [withLight], migrations: [milestonesMigrations] };
  city = await aCity('2023-06-10', more);
  east = await city.person('east', { role: 'district-filler', orgId: city.orgs.east });
  west = await city.person('west', { role: 'district-filler', orgId: city.orgs.west });
  leader = await city.person('leader', { role: 'leader' });
  id = (await aProject(east, '东川风电', city.orgs.east, inPreparation)).projectId;
});
afterAll(() => city.close());

const inPreparation = { stage: 'preparation', entry: { year: 2023, category: '前期' } };
const blank = { expectedNumber: 0, planned: null, doneOn: null, notNeeded: false };
type Line = { id: string; expectedNumber: number; planned: null | '2023-04' | '2023-09' };
const save = (by: Person, lines: readonly object[], reason?: string) =>
  by.call(contract.saveMilestones, {
    ...{ id, lines: lines.map((one) => ({ ...blank, ...(one as Line) })) },
    ...(reason ? { reason } : {}),
  });

describe('the formalities of a project in preparation', () => {
  test('are planned by whose project it is, and light where the pack says so', async () => {
    const before = await east.call(contract.projectMilestones, { id });
    expect(before).toMatchObject({ applies: true, light: 'grey', mayEdit: true });
    expect(before.lines.map(({ name }) => name).slice(0, 2)).toEqual([
      '立项（可研批复、核准或备案）',
      '用地预审与选址意见书',
    ]);
    for (const by of [west, leader]) {
      await expect(save(by, [{ id: 'approval', planned: '2023-04' }])).rejects.toMatchObject({
        code: 'access.denied',
      });
    }
    await save(east, [
      { id: 'approval', planned: '2023-04' },
      { id: 'land-review', planned: '2023-09' },
      { id: 'environment', notNeeded: true },
    ]);
    const after = await leader.call(contract.projectMilestones, { id });
    expect(after).toMatchObject({ light: 'red', mayEdit: false });
    expect(after.lines[0]).toMatchObject({ planned: '2023-04', daysLate: 41, overdue: true, number: 1 });
    await expect(west.call(contract.projectMilestones, { id })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  test('stand on the list of the late ones, each district its own, and go out as a workbook', async () => {
    const { rows, counts } = await leader.call(contract.listMilestones, { view: 'late' });
    expect(rows).toMatchObject([
      {
        name: '东川风电',
        light: 'red',
        done: 0,
        needed: 6,
        planned: 2,
        worst: { name: '立项（可研批复、核准或备案）', planned: '2023-04', daysLate: 41, more: 0 },
      },
    ]);
    expect(counts).toEqual({ late: 1, unplanned: 0, all: 1 });
    expect((await west.call(contract.listMilestones, {})).rows).toEqual([]);
    const file = await leader.call(contract.exportMilestones, { view: 'late' });
    const { sheets } = await readWorkbook(file.bytes, { name: file.name });
    const cells = [...(sheets[0]?.rows.values() ?? [])].flatMap((row) => [...row.cells.values()]);
    expect(cells.map((cell) => cell.text)).toEqual(expect.arrayContaining(['东川风电', '手续灯', '红']));
  });

  test('are put off only with a reason, and every version stays', async () => {
    const later = { id: 'approval', expectedNumber: 1, planned: '2023-09' };
    await expect(save(east, [later])).rejects.toMatchObject({
      code: 'milestone.reason_missing',
      text: '改动已定的计划月份或办结日期须写明原因：立项（可研批复、核准或备案）',
    });
    await save(east, [later], '可研报告退改');
    await expect(save(east, [later], '再改')).rejects.toMatchObject({ status: 409, code: 'milestone.stale' });
    const kept = await city.asOwner(
      `select number, planned, reason from city.milestone where milestone = 'approval' order by number`,
    );
    expect(kept).toEqual([
      { number: 1, planned: '2023-04', reason: null },
      { number: 2, planned: '2023-09', reason: '可研报告退改' },
    ]);
  });

  test('are done on a day that has been', async () => {
    const done = { id: 'approval', expectedNumber: 2, planned: '2023-09' };
    await expect(save(east, [{ ...done, doneOn: '2023-06-11' }])).rejects.toMatchObject({
      code: 'milestone.done_in_future',
    });
    await expect(save(east, [{ ...done, doneOn: '2023-06-01', notNeeded: true }])).rejects.toMatchObject({
      code: 'milestone.not_needed_but_done',
    });
    await expect(save(east, [{ ...done, id: 'feng-shui' }])).rejects.toMatchObject({
      code: 'milestone.unknown',
    });
    expect(await save(east, [{ ...done, doneOn: '2023-06-01' }])).toEqual({ changed: 1 });
    expect(await save(east, [{ ...done, expectedNumber: 3, doneOn: '2023-06-01' }])).toEqual({ changed: 0 });
    const { light, lines } = await east.call(contract.projectMilestones, { id });
    expect([light, lines[0]?.doneOn]).toEqual(['green', '2023-06-01']);
  });
});
