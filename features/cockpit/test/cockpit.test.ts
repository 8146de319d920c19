import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockMonth } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import { overrideLight } from '../../light-notes/contract.ts';
import * as contract from '../contract.ts';
import { type CockpitCity, cockpitCity, wanText } from './support/a-city.ts';

type Person = Awaited<ReturnType<CockpitCity['person']>>;

let city: CockpitCity;
let head: Person;
let east: Person;
let west: Person;
let bureau: Person;
let guest: Person;
const ids: Record<string, ProjectId> = {};

const read = (by: Person, input = {}) => by.call(contract.cockpit, input);

beforeAll(async () => {
  city = await cockpitCity();
  head = await city.person('head', 'coordinator-head');
  east = await city.person('east', 'district-filler', 'east');
  west = await city.person('west', 'district-reviewer', 'west');
  bureau = await city.person('bureau', 'department', 'planning');
  guest = await city.person('guest', 'guest');
}, 120_000);
afterAll(() => city?.close());

describe('before anything was evaluated', () => {
  test('the places are there and empty, and say that there is no month', async () => {
    expect(await read(head)).toMatchObject({
      ...{ month: null, year: null, forecast: null, trend: null, worst: [], ranking: [] },
      cityLights: { projects: 0, lights: { red: 0 } },
      tiles: [{ name: '西川', worst: null }, { name: '东川' }, { name: '港区' }],
    });
  });
});

describe('the month shown', () => {
  beforeAll(async () => {
    // The year before, for the same month of last year.
    const old = await city.project('东川旧桥', { district: 'east', year: 2022 });
    await city.report(old, '2022-05', 600);
    // Of 2023: 500 planned to May each, `大` 2,500.
    ids['late'] = await city.project('东川新城', { district: 'east', leader: '张三' });
    ids['large'] = await city.project('东川大桥', { district: 'east', monthly: 500, total: 600_000 });
    ids['fine'] = await city.project('西川水厂', { district: 'west' });
    ids['silent'] = await city.project('港区码头', { district: 'harbour' });
    ids['unplanned'] = await city.project('西川公园', { district: 'west', monthly: 0 });
    await city.report(ids['late'], '2023-04', 390);
    await city.report(ids['late'], '2023-05', 300, '征收未完');
    await city.report(ids['large'], '2023-04', 1600);
    await city.report(ids['large'], '2023-05', 1700);
    await city.report(ids['fine'], '2023-03', 300);
    await city.report(ids['fine'], '2023-04', 395);
    await city.report(ids['fine'], '2023-05', 505);
    await city.report(ids['unplanned'], '2023-05', 10);
    await city.evaluateOn('2023-05-10', '2023-06-10');
  }, 60_000);

  test('adds up the city: plan, done, both progresses, both completions, what is missing, last year', async () => {
    expect(await read(head)).toMatchObject({
      ...{ month: '2023-05', lockedAt: null, timeProgress: '41.7', about: { kind: 'city' } },
      year: {
        ...{ projects: 5, unreported: 1, withoutPlan: 1 },
        lights: { green: 2, yellow: 0, red: 2, grey: 1 },
        lightsBefore: { green: 2, yellow: 1, red: 0, grey: 2 },
        ...{ planFen: wanText(4000), planYearFen: wanText(9600), actualFen: wanText(2515) },
        // 2,515 of 4,000; without the 500 of the one that did not report, of 3,500.
        ...{ completion: '62.9', reportedCompletion: '71.9' },
        ...{ plannedProgress: '41.7', actualProgress: '26.2', lastYearActualFen: wanText(600) },
      },
      // 2,515 × 9,600 ÷ 4,000; and 2,515 with 7 months at the average of March to May, (2,515 − 0) ÷ 3.
      forecast: { byCompletionFen: wanText(6036), rateMonths: 3, lowFen: wanText(6036) },
    });
  });

  test('counts lists, places districts by their worst light and ranks them with their change', async () => {
    const { lists, tiles, ranking, trend } = await read(head);
    expect(lists).toMatchObject([{ name: '年度项目', projects: 5, lights: { red: 2 } }]);
    expect(tiles).toMatchObject([
      { name: '西川', worst: 'green', projects: 2 },
      { name: '东川', worst: 'red', lights: { red: 2 } },
      { name: '港区', worst: 'grey' },
    ]);
    expect(ranking).toMatchObject([
      { name: '西川', place: 1, placeBefore: 1, completion: '103.0' },
      { name: '东川', place: 2, placeBefore: 2, completion: '66.7' },
      { name: '港区', place: 3, placeBefore: 3, completion: '0.0' },
    ]);
    expect(trend!.plan.at(-1)).toBe(wanText(9600));
    expect([trend!.actual[4], trend!.actual[5]]).toEqual([wanText(2515), null]);
    expect(trend!.lastYear![4]).toBe(wanText(600));
  });

  test('puts the most urgent first: importance × shortfall, with cause, days and owner', async () => {
    city.on('2023-06-15');
    const { worst, importance } = await read(head);
    expect(worst).toMatchObject([
      { name: '东川大桥', shortfallFen: wanText(800), weight: 3, daysRed: 5, causeFrom: 'rule' },
      {
        ...{ name: '东川新城', district: '东川区', shortfallFen: wanText(200), weight: 1, daysRed: 5 },
        ...{
          cause: '征收未完',
          causeFrom: 'report',
          owners: [{ kind: '联系人', name: '张三' }],
          notes: [],
        },
      },
    ]);
    expect(worst[0]!.cause).toBe('投资进度：完成率 68%');
    expect(importance).toEqual({
      basis: '平台默认值',
      weights: ['总投资≥50亿元×3', '总投资≥10亿元×2', '其他×1'],
    });
  });

  test('in meeting mode names nobody beside red', async () => {
    const note = { month: '2023-05' as const, expectedNumber: 0, reason: '设备未计入' };
    await head.call(overrideLight, { id: ids['late']!, ...note, light: 'yellow' });
    const named = (await read(head)).worst.find(({ name }) => name === '东川新城');
    expect(named).toMatchObject({ notes: [{ value: 'yellow', reason: '设备未计入', signedBy: 'head同志' }] });
    const meeting = await read(head, { meeting: true });
    expect(JSON.stringify(meeting)).not.toMatch(/张三|head同志/);
    expect(meeting.worst).toMatchObject([{ owners: [] }, { owners: [], notes: [{ signedBy: null }] }]);
  });
});

describe('who sees what', () => {
  test('a district: every light and place, its own amounts, its own red ones', async () => {
    const view = await read(east);
    const whole = await read(head);
    expect(view).toMatchObject({
      about: { kind: 'district', name: '东川区' },
      cityLights: whole.cityLights,
      tiles: whole.tiles,
      year: { projects: 2, planFen: wanText(3000), actualFen: wanText(2000), withoutPlan: 0, unreported: 0 },
      worst: [{ name: '东川大桥' }, { name: '东川新城' }],
    });
    expect(view.ranking.map(({ place, completion }) => [place, completion])).toEqual([
      ...([[1, null] as const, [2, '66.7'] as const, [3, null] as const] as const),
    ]);
  });

  test('another district sees nothing of it but lights', async () => {
    const text = JSON.stringify(await read(west));
    for (const amount of [1700, 2515, 4000, 9600, 2000]) expect(text).not.toContain(`"${wanText(amount)}"`);
    expect(text).not.toMatch(/征收未完|张三|东川新城/);
  });

  test('an office that leads no project sees no amount at all', async () => {
    expect(await read(bureau)).toMatchObject({
      ...{ about: { kind: 'department' }, year: null, forecast: null, trend: null, worst: [] },
      cityLights: { projects: 5 },
    });
  });

  test('a guest nothing', async () => {
    await expect(read(guest)).rejects.toMatchObject({ status: 403, code: 'access.denied' });
  });
});

describe('a locked month', () => {
  test('stays on the wall, with the day of its lock, while the next is evaluated and corrected', async () => {
    await city.inCity((one) => lockMonth(one, { month: '2023-05', asOf: '2023-06-15' }));
    const locked = await read(head);
    expect(locked).toMatchObject({ month: '2023-05', lockedAt: expect.stringContaining('T') });
    await city.report(ids['fine']!, '2023-06', 100);
    city.on('2023-07-12');
    await city.evaluateOn('2023-07-12');
    const { year, worst, ranking, cityLights } = await read(head);
    expect({ year, ranking, cityLights }).toEqual({
      ...{ year: locked.year, ranking: locked.ranking, cityLights: locked.cityLights },
    });
    expect(worst.map(({ name, daysRed }) => [name, daysRed])).toEqual([
      ...([['东川大桥', 32] as const, ['东川新城', 32] as const] as const),
    ]);
  });
});
