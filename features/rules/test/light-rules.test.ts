import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate, ruleSetOn, stateDuties } from '#engines/indicators';
import { createProject, listOrganisations } from '#engines/registry';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { ruleSets } from '../../progress/contract.ts';
import * as contract from '../contract.ts';
import { twoCities } from './support/two-cities.ts';

type Cities = Awaited<ReturnType<typeof twoCities>>;
type Person = Awaited<ReturnType<Cities['person']>>;

let cities: Cities;
let section: Person;
let head: Person;
let clerk: Person;
let technician: Person;
let three: number;

beforeAll(async () => {
  cities = await twoCities();
  three = cities.cities.three;
  section = await cities.person(three, 'chuzhang', 'coordinator-section-head', 'planning');
  head = await cities.person(three, 'zhuren', 'coordinator-head', 'planning');
  clerk = await cities.person(three, 'keyuan', 'coordinator-clerk', 'planning');
  technician = await cities.person(three, 'xitong', 'system-admin');
  await cities.inCity(three, async (city) => {
    const east = (await listOrganisations(city)).find(({ slug }) => slug === 'east');
    const { projectId } = await createProject(city, {
      ...{ name: '东川水厂', districts: [east?.orgId as Id<'organisation'>], detail: {} },
      entry: {
        year: 2023,
        category: '在建',
        plannedStart: null,
        totalFen: null,
        planYearFen: null,
        doneBeforeFen: null,
      },
    });
    const duty = { fromMonth: '2023-01', category: 'building', startedMonth: '2022-12', owes: true } as const;
    await stateDuties(city, [{ subjectId: projectId, ...duty }]);
    await evaluate(city, { asOf: '2023-06-10' });
  });
});
afterAll(() => cities?.close());

/** Who has not reported is red instead of grey. */
async function stricter(): Promise<contract.RuleSetForm> {
  const { rules } = await section.call(contract.readLightRules, {});
  const [progress, ...others] = rules.dimensions;
  if (!progress) throw new Error('no dimension');
  const states = progress.states.map((one) =>
    one.state === 'not-reported' ? { ...one, light: 'red' as const } : one,
  );
  return { ...rules, dimensions: [{ ...progress, states }, ...others] };
}

const propose = (value: unknown, effectiveFrom: PlainDate) =>
  section.call(contract.proposeOverlay, {
    ...{ file: 'lights.yaml', value, effectiveFrom, reason: '从严', basis: '市通知' },
  });

describe('light rules on screen', () => {
  test('tell what holds, in words, and what a rule can be made of', async () => {
    const read = await clerk.call(contract.readLightRules, {});
    expect(read).toMatchObject({ number: 1, earliest: '2023-07-10', mayPropose: false, mayTry: true });
    expect(read.inWords).toContain('投资进度：本月未填报或未填累计完成，灰灯');
    expect(read.formulas.map(({ id }) => id)).toContain('points-below-plan');
    expect(read.versions).toMatchObject([{ number: 1, basis: '平台默认值' }]);
  });

  test('with a gap are refused with the case that shows it', async () => {
    const value = await stricter();
    const [progress, ...others] = value.dimensions;
    const bands =
      progress?.bands.map((band) => (band.id === 'on-plan' ? { ...band, from: '95' } : band)) ?? [];
    const gap = { ...value, dimensions: [{ ...progress, bands }, ...others] };
    const { problems } = await section.call(contract.checkOverlay, { file: 'lights.yaml', value: gap });
    expect(problems).toMatchObject([
      { message: expect.stringMatching(/完成率恰为 90% 时没有灯，例如累计计划/) },
    ]);
    expect(await section.call(contract.tryLightRules, { value: gap })).toMatchObject({
      ...{ trial: null, faults: [expect.stringContaining('没有灯')] },
    });
  });

  test('are tried on the month that is shown, by those who see its figures', async () => {
    const value = await stricter();
    expect((await clerk.call(contract.tryLightRules, { value })).trial).toMatchObject({
      ...{ month: '2023-05', tried: 1, changed: 1 },
      changes: [{ name: '东川水厂', before: 'grey', after: 'red' }],
    });
    await expect(technician.call(contract.tryLightRules, { value })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  test('differ in sentences, old and new', async () => {
    const checked = await section.call(contract.checkOverlay, {
      file: 'lights.yaml',
      value: await stricter(),
    });
    const changed = checked.inWords?.filter(({ kind }) => kind === 'added' || kind === 'removed');
    expect(changed?.map(({ kind, text }) => `${kind} ${text}`)).toEqual(
      expect.arrayContaining([
        'removed 投资进度：本月未填报或未填累计完成，灰灯',
        'added 投资进度：本月未填报或未填累计完成，红灯',
      ]),
    );
    expect(checked.problems).toEqual([]);
  });

  test('never light an evaluated month anew', async () => {
    const { overlayId: id } = await propose(await stricter(), '2023-06-20');
    await expect(head.call(contract.approveOverlay, { id, version: 1 })).rejects.toMatchObject({
      code: 'overlay.lights_too_early',
      text: '2023年5月及以前的月份已经评价，不能用新规则重评。新规则最早可自 2023-07-10 起生效',
    });
  });

  test('approved, are a further version from their day; withdrawn, the former rules are one more', async () => {
    const { overlayId: id } = await propose(await stricter(), '2023-07-10');
    await head.call(contract.approveOverlay, { id, version: 1 });
    const on = (day: PlainDate) => cities.inCity(three, async (city) => (await ruleSetOn(city, day)).number);
    expect([await on('2023-07-09'), await on('2023-07-10')]).toEqual([1, 2]);
    const { rules } = await clerk.call(ruleSets, { asOf: '2023-07-10' });
    expect(rules).toMatchObject([{ number: 2, effectiveFrom: '2023-07-10', basis: '市通知' }]);
    await head.call(contract.withdrawOverlay, { id, version: 1, reason: '通知撤回' });
    expect([await on('2023-07-09'), await on('2023-07-10')]).toEqual([1, 3]);
    const again = await clerk.call(ruleSets, { asOf: '2023-07-10' });
    expect(again.rules).toMatchObject([{ number: 3, basis: '平台默认值' }]);
  });

  test('as text keep their remarks, and say the day of the change', async () => {
    const { start } = await section.call(contract.readRuleFile, { file: 'lights.yaml' });
    expect(start).toContain('# 亮灯规则。平台默认值');
    const checked = await section.call(contract.checkOverlay, {
      ...{ file: 'lights.yaml', content: start, effectiveFrom: '2023-08-10' },
    });
    expect(checked.content).toMatch(/^# 亮灯规则[\s\S]*effectiveFrom: 2023-08-10/);
  });
});
