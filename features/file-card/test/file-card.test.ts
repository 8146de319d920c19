import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { facesHere } from '#documents';
import type { ProjectId } from '#engines/registry';
import { readPdf } from '../../../packages/documents/testing.ts';
import { type CockpitCity, cockpitCity } from '../../cockpit/test/support/a-city.ts';
import { overrideLight } from '../../light-notes/contract.ts';
import * as contract from '../contract.ts';

type Person = Awaited<ReturnType<CockpitCity['person']>>;

let city: CockpitCity;
let id: ProjectId;
let long: ProjectId;
let head: Person;
let east: Person;
let west: Person;
let guest: Person;
const hasFont = facesHere() !== undefined;
const without = hasFont ? '' : ' (skipped: this machine has no Chinese font, e.g. fonts-noto-cjk)';

beforeAll(async () => {
  city = await cockpitCity();
  id = await city.project('东川新城', { district: 'east', leader: '张三', content: '新建厂房三座' });
  await city.report(id, '2023-04', 390);
  await city.report(id, '2023-05', 300, '征收未完');
  const sentence = '各地区各部门按照部署推进项目建设，';
  const name = sentence.repeat(11).slice(0, 190);
  long = await city.project(name, { district: 'east', leader: '李四', content: sentence.repeat(200) });
  await city.report(long, '2023-05', 10, sentence.repeat(100));
  await city.evaluateOn('2023-05-10', '2023-06-10');
  head = await city.person('head', 'coordinator-head');
  east = await city.person('east', 'district-filler', 'east');
  west = await city.person('west', 'district-filler', 'west');
  guest = await city.person('guest', 'guest');
}, 120_000);
afterAll(() => city?.close());

const read = (by: Person, one = id) => by.call(contract.fileCard, { id: one });

describe('the card of one page', () => {
  test('says what is known: light and why, facts, stages, curve, problem, people', async () => {
    const card = await read(head);
    expect(card).toMatchObject({
      ...{ title: '东川新城', light: 'red', month: '2023-05', problem: '征收未完', notes: [] },
      steps: [{ name: expect.stringMatching(/\S/) }],
      curve: { caption: expect.stringContaining('最高 1,200 万元') },
      foot: expect.stringContaining('数据截至 2023-06-10'),
    });
    expect(card.under).toContain('东川区');
    expect(card.why).toContain('2023年5月红灯。投资进度：完成率 60%');
    expect(Object.fromEntries(card.facts.map(({ label, value }) => [label, value]))).toMatchObject({
      ...{ 总投资: '50,000万元', 年度计划: '1,200万元', 本年完成: '300万元', 完成率: '60.0%' },
      ...{ 清单: '年度项目', 建设内容: '新建厂房三座' },
    });
    expect(card.curve!.done).toEqual([null, null, null, 0.325, 0.25, ...Array(7).fill(null)]);
  });

  test('masks phones also for those who may reveal them', async () => {
    expect((await read(head)).people).toContain('联系人 张三 138****5678');
  });

  test('carries the notes beside the light', async () => {
    const said = { month: '2023-05' as const, expectedNumber: 0, reason: '设备未计入' };
    await head.call(overrideLight, { id, ...said, light: 'yellow' });
    expect((await read(east)).notes).toEqual(['人工定黄灯：设备未计入（head同志）']);
  });

  test('of another district shows name and light, and of the rest that it lies outside the scope', async () => {
    const card = await read(west);
    expect(card).toMatchObject({ title: '东川新城', light: 'red', curve: null, problem: '不在您的范围' });
    expect(card.why).toBe('2023年5月红灯。不在您的范围');
    const facts = card.facts.filter(({ label }) => !['清单', '本阶段自'].includes(label));
    expect(new Set(facts.map(({ value }) => value))).toEqual(new Set(['不在您的范围']));
    expect(JSON.stringify(card)).not.toMatch(/征收未完|138|50,000|新建厂房/);
  });

  test('is not for guests', async () => {
    await expect(read(guest)).rejects.toMatchObject({ status: 403, code: 'access.denied' });
  });
});

describe.skipIf(!hasFont)(`as PDF${without}`, () => {
  const textOf = async (by: Person, one: ProjectId) => {
    const { bytes } = await by.call(contract.fileCardPdf, { id: one });
    return readPdf(bytes).map(({ glyphs }) => glyphs.map(({ text }) => text).join(''));
  };

  test('is one page that says the same', async () => {
    const pages = await textOf(head, id);
    expect(pages).toHaveLength(1);
    for (const said of ['东川新城', '■红灯', '征收未完', '张三', '138****5678', '数据截至']) {
      expect(pages[0]).toContain(said);
    }
  });

  test('stays one page with the longest texts there may be, which end in ……', async () => {
    const said = { month: '2023-05' as const, expectedNumber: 0, reason: '理由'.repeat(150) };
    await head.call(overrideLight, { id: long, ...said, light: 'green' });
    const pages = await textOf(head, long);
    expect(pages).toHaveLength(1);
    expect(pages[0]!.split('……').length).toBeGreaterThanOrEqual(5);
  });

  test('leaves a trace of who took it', async () => {
    const taken = async () =>
      asTableOwner(city.db, "select object_id from city.audit where action = 'file-card.view'");
    const before = (await taken()).length;
    await textOf(west, id);
    const after = await taken();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toEqual({ object_id: id });
  });
});
