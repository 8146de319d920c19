import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRollups, currentLights } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import { type CockpitCity, cockpitCity } from '../../cockpit/test/support/a-city.ts';
import * as contract from '../contract.ts';

type Person = Awaited<ReturnType<CockpitCity['person']>>;

let city: CockpitCity;
let late: ProjectId;
let head: Person;
let section: Person;
let clerk: Person;
let inspector: Person;
let east: Person;
let west: Person;

beforeAll(async () => {
  city = await cockpitCity();
  late = await city.project('东川新城', { district: 'east' });
  await city.report(late, '2023-05', 300);
  await city.evaluateOn('2023-06-10');
  head = await city.person('head', 'coordinator-head');
  section = await city.person('section', 'coordinator-section-head');
  clerk = await city.person('clerk', 'coordinator-clerk');
  inspector = await city.person('inspector', 'supervision-office');
  east = await city.person('east', 'district-filler', 'east');
  west = await city.person('west', 'district-filler', 'west');
}, 120_000);
afterAll(() => city?.close());

const month = '2023-05' as const;
type Light = 'green' | 'yellow' | 'red' | null;
const override = (by: Person, light: Light, more: object = {}) =>
  by.call(contract.overrideLight, {
    ...{ id: late, month, light, reason: '已到位设备未计入', expectedNumber: 0, ...more },
  });
const rate = (by: Person, confidence: 'high' | 'low' | null, more: object = {}) =>
  by.call(contract.rateConfidence, {
    ...{ id: late, month, confidence, reason: '凭证不全', expectedNumber: 0, ...more },
  });
const notes = (by: Person) => by.call(contract.projectNotes, { id: late });

describe('who writes beside a light', () => {
  test.each([
    ['a clerk overrides', () => override(clerk, 'yellow')],
    ['an inspector overrides', () => override(inspector, 'yellow')],
    ['the district itself overrides', () => override(east, 'yellow')],
    ['a head rates confidence', () => rate(head, 'low')],
    ['the district rates itself', () => rate(east, 'high')],
  ])('%s: refused', async (_title, act) => {
    await expect(act()).rejects.toMatchObject({ status: 403, code: 'access.denied' });
  });

  test('each is told what it may do', async () => {
    const may = async (by: Person) => (await notes(by)).may;
    expect(await may(section)).toEqual({ override: true, rateConfidence: false });
    expect(await may(inspector)).toEqual({ override: false, rateConfidence: true });
    expect(await may(west)).toEqual({ override: false, rateConfidence: false });
  });
});

describe('a note', () => {
  test('with a mark of secrecy or for nothing is refused', async () => {
    await expect(override(head, 'yellow', { reason: '绝密★30年' })).rejects.toMatchObject({
      code: 'secrecy.marked',
    });
    await expect(override(head, 'red')).rejects.toMatchObject({ code: 'light_note.same_light' });
    await expect(override(head, null)).rejects.toMatchObject({ code: 'light_note.none_to_withdraw' });
    await expect(override(head, 'green', { month: '2023-01' })).rejects.toMatchObject({
      ...{ status: 409, code: 'light_note.no_light' },
    });
  });

  test('stands signed beside the light, which stays as it was computed', async () => {
    await override(section, 'yellow');
    await rate(inspector, 'low');
    for (const by of [head, east, west]) {
      const { computed, notes: all } = await notes(by);
      expect(computed).toBe('red');
      expect(all).toMatchObject([
        { kind: 'confidence', value: 'low', reason: '凭证不全', signedBy: 'inspector同志', number: 1 },
        { kind: 'override', value: 'yellow', computed: 'red', signedBy: 'section同志' },
      ]);
    }
    await city.inCity(async (one) => {
      expect(await currentLights(one, [late])).toMatchObject([{ overall: 'red' }]);
      expect(await checkRollups(one)).toMatchObject({ differences: [] });
    });
    expect((await west.call(contract.monthNotes, {})).notes.map(contract.noteWord)).toEqual([
      ...['可信度低', '人工定黄灯'],
    ]);
  });

  test('written on what somebody else changed meanwhile is refused', async () => {
    await expect(override(head, 'green')).rejects.toMatchObject({ status: 409, code: 'light_note.stale' });
  });

  test('is taken back by a further one, signed and reasoned, and nothing is lost', async () => {
    await override(head, null, { expectedNumber: 1, reason: '设备已计入' });
    expect((await notes(west)).notes).toMatchObject([
      { kind: 'override', value: null, reason: '设备已计入', signedBy: 'head同志' },
      { kind: 'confidence', value: 'low' },
      { kind: 'override', value: 'yellow' },
    ]);
    expect((await west.call(contract.monthNotes, {})).notes).toMatchObject([{ kind: 'confidence' }]);
  });
});
