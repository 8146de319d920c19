import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { applyReportImport } from '#engines/indicators';
import type { MatterId } from '#engines/matters';
import type { ProjectId } from '#engines/registry';
import type { TestBrowser } from '#http/testing';
import { newId } from '#kernel/id';
import * as contract from '../contract.ts';
import { type MattersCity, mattersCity } from './support/a-city.ts';

let city: MattersCity;
let unit: TestBrowser;
let district: TestBrowser;
let commerce: TestBrowser;
let clerk: TestBrowser;
let head: TestBrowser;
let office: TestBrowser;
let projectId: ProjectId;

// A unit that fills in is outside the offices; the port office stands for one here.
beforeAll(async () => {
  city = await mattersCity();
  unit = await city.person('xiangmu', 'filler', 'port-office');
  district = await city.person('jinpu', 'district-reviewer', 'jinpu');
  commerce = await city.person('shangwu', 'department', 'commerce');
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  head = await city.person('zhuren', 'coordinator-head', 'development-reform');
  office = await city.person('zhengfuban', 'government-office');
  projectId = await city.project('国际商务区', 'jinpu', 'port-office');
});
afterAll(() => city?.close());

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const raise = (by: TestBrowser, title: string, more: object = {}) =>
  by.call(contract.openMatter, {
    ...{ kind: 'problem', title, projectId },
    given: { content: `${title}的情况`, cause: 'energy' },
    ...more,
  });
const idOf = ({ matterId }: { readonly matterId: string }) => matterId as MatterId;

describe('a unit that raises a problem of its own project', () => {
  let id: MatterId;
  test('does not say who has to work: its district gets it', async () => {
    const choosing = raise(unit, '供电', { lead: city.org('commerce') });
    await expect(choosing).rejects.toEqual(refused(422, 'matter.lead_by_office'));
    id = idOf(await raise(unit, '供电不足'));
    const page = await city.page(unit, id);
    expect(page.matter).toMatchObject({ lead: { name: '金普新区' }, raiser: '市政府口岸办' });
    expect(page.actions.map((one) => one.id)).toEqual(['withdraw']);
  });

  test('sees neither inner remarks nor inner files, and writes none', async () => {
    await district.call(contract.remarkOnMatter, { id, text: '企业自身手续也有问题', inner: true });
    await district.call(contract.remarkOnMatter, { id, text: '已约供电部门', inner: false });
    const file = { name: '内部研判.png', bytes: Buffer.from(png, 'base64') };
    await district.call(contract.attachToMatter, { id, inner: true, file });
    const [own, theirs] = [await city.page(unit, id), await city.page(district, id)];
    expect(own.outside).toBe(true);
    expect(JSON.stringify(own)).not.toMatch(/手续也有问题|内部研判/);
    expect(own.timeline[0]?.text).toBe('已约供电部门');
    expect(theirs.files).toHaveLength(1);
    const fileId = theirs.files[0]!.fileId;
    await expect(unit.call(contract.openMatterFile, { id, fileId })).rejects.toEqual(
      refused(404, 'matter.no_such_file'),
    );
    const inner = unit.call(contract.remarkOnMatter, { id, text: '内部', inner: true });
    await expect(inner).rejects.toEqual(refused(403, 'matter.inner_by_office'));
  });

  test('sees how its clock is counted, day by day', async () => {
    const { clocks } = await unit.call(contract.matterClocks, { id });
    expect(clocks[0]?.days.map(({ day, text }) => `${day} ${text}`)).toEqual([
      '2023-05-08 起算日，不计入',
      '2023-05-09 计入',
      '2023-05-10 计入',
    ]);
  });

  test('is not followed by a unit of another project', async () => {
    const elsewhere = await city.project('别处的项目', 'zhuanghe');
    const other = unit.call(contract.openMatter, {
      ...{
        kind: 'problem',
        title: '别处',
        projectId: elsewhere,
        given: { content: '别处', cause: 'energy' },
      },
    });
    await expect(other).rejects.toEqual(refused(403, 'access.denied'));
  });
});

test('what is filled in must be what the field takes', async () => {
  const wrong = (given: object) =>
    raise(clerk, '填错', { given: { content: '情况', cause: 'energy', ...given } });
  await expect(wrong({ cause: 'weather' })).rejects.toEqual(refused(422, 'matter.field_wrong'));
  await expect(wrong({ needsCity: '是' })).rejects.toEqual(refused(422, 'matter.field_wrong'));
  await expect(wrong({ evidence: ['照片'] })).rejects.toEqual(refused(422, 'matter.field_wrong'));
  await expect(wrong({ content: '绝密★ 内容' })).rejects.toEqual(refused(422, 'secrecy.marked'));
  await expect(wrong({ content: ' ' })).rejects.toEqual(refused(422, 'matter.fields_missing'));
  const unknown = raise(clerk, '没有这个单位', { lead: newId<'organisation'>() });
  await expect(unknown).rejects.toEqual(refused(422, 'matter.no_such_unit'));
  const nothing = clerk.call(contract.openMatter, { kind: 'wish', title: '愿望', given: {} });
  await expect(nothing).rejects.toEqual(refused(404, 'matter.no_such_kind'));
});

describe('personal data', () => {
  test('is masked for everybody, shown for a reason, and the showing is on the record', async () => {
    const opened = await clerk.call(contract.openMatter, {
      ...{ kind: 'appeal', title: '补助没有到账', enterprise: '某企业', lead: city.org('commerce') },
      given: { category: 'policy-payment', content: '补助', contact: '王小明', phone: '13812345678' },
    });
    const id = idOf(opened);
    const { fields } = await city.page(commerce, id);
    expect(fields.filter(({ masked }) => masked).map(({ text }) => text)).toEqual(['王**', '138****5678']);
    const shown = await commerce.call(contract.revealField, { id, field: 'phone', reason: '回访' });
    expect(shown.text).toBe('13812345678');
    const trace = await asTableOwner(
      city.db,
      `select details from city.audit where action = 'matter.reveal' and personal_data`,
    );
    expect(trace).toEqual([{ details: { number: opened.number, field: '联系电话', reason: '回访' } }]);
  });
});

describe('an office steers', () => {
  test('hands over, names support and level with reasons, all on the timeline', async () => {
    const id = idOf(await raise(district, '管线', { lead: city.org('commerce') }));
    const version = async () => (await city.page(clerk, id)).matter.version;
    const own = district.call(contract.handOverMatter, {
      id,
      version: 1,
      lead: city.org('water'),
      reason: '改',
    });
    await expect(own).rejects.toEqual(refused(403, 'access.denied'));
    const reason = '职责所在';
    await clerk.call(contract.handOverMatter, {
      id,
      version: await version(),
      lead: city.org('water'),
      reason,
    });
    await clerk.call(contract.setMatterSupport, {
      id,
      version: await version(),
      support: [city.org('commerce')],
      reason,
    });
    await clerk.call(contract.setMatterLevel, { id, version: await version(), level: 'vice-mayor', reason });
    const page = await city.page(clerk, id);
    expect(page.matter).toMatchObject({
      bounces: 0,
      lead: { name: '市水务局' },
      support: [{ name: '市商务局' }],
    });
    expect(page.ladder).toMatchObject({ level: { id: 'vice-mayor' }, levelBasis: reason });
    expect(page.timeline.slice(0, 3).map(({ text }) => text)).toEqual([
      '协调层级改为“市政府分管副市长推动解决”',
      '配合单位定为市商务局',
      '牵头单位改为市水务局',
    ]);
  });

  test('splits one into parts, each with its own clock, and merges twins', async () => {
    const id = idOf(await raise(district, '两件事'));
    const split = await office.call(contract.splitMatter, {
      ...{ id, version: 1 },
      parts: [
        { title: '其一', content: '供水', lead: city.org('water') },
        { title: '其二', content: '供电' },
      ],
    });
    expect(split.parts).toHaveLength(2);
    const page = await city.page(district, id);
    expect(page.links.map(({ text, title }) => [text, title])).toEqual([
      ['拆分出', '其一'],
      ['拆分出', '其二'],
    ]);
    const [one, two] = split.parts.map(idOf) as [MatterId, MatterId];
    expect((await city.page(clerk, one)).matter).toMatchObject({
      lead: { name: '市水务局' },
      raiser: '金普新区',
    });
    const merged = await clerk.call(contract.mergeMatter, {
      id: two,
      version: 1,
      into: one,
      reason: '同一回事',
    });
    expect(merged.state.name).toBe('已撤回');
    const gone = await city.page(clerk, two);
    expect(gone.matter.closed).toBe(true);
    expect(gone.timeline[0]?.text).toMatch(/^并入WT-2023-\d{4}，本事项了结$/);
    expect((await city.page(clerk, one)).links.map(({ text }) => text)).toContain('并入了');
  });
});

describe('what months and lights propose', () => {
  test("a report's problem becomes one matter, once", async () => {
    await city.inCity((one) =>
      applyReportImport(one, {
        ...{ importId: newId(), source: '月报.xlsx', counts: 'verified' },
        reports: [
          {
            ...{ subjectId: projectId, month: '2023-04', cumFen: 100n, receivedOn: '2023-05-06' },
            problem: '水源没有落实。请协调',
          },
        ],
      }),
    );
    const proposed = () => district.call(contract.proposedProblems, { month: '2023-04' });
    const { proposals } = await proposed();
    expect(proposals).toMatchObject([
      { source: 'report', title: '国际商务区：水源没有落实', content: '水源没有落实。请协调' },
    ]);
    const turned = { source: 'report', month: '2023-04' };
    const opened = await raise(district, '水源没有落实', turned);
    expect((await city.page(district, idOf(opened))).matter.source.name).toBe('月报存在问题');
    expect((await proposed()).proposals).toEqual([]);
    await expect(raise(clerk, '水源又来', turned)).rejects.toEqual(refused(409, 'matter.already_taken_in'));
    await expect(raise(clerk, '没有月份', { source: 'light' })).rejects.toEqual(
      refused(422, 'matter.source_month'),
    );
  });

  test('a ticket of another system comes in under its number only, once', async () => {
    const call = (more: object) =>
      clerk.call(contract.openMatter, {
        ...{ kind: 'hotline', title: '噪声', given: { category: 'complaint', content: '夜间施工' } },
        ...more,
      });
    await expect(call({})).rejects.toEqual(refused(422, 'matter.only_by_number'));
    await call({ sourceKey: '20230508001' });
    await expect(call({ sourceKey: '20230508001' })).rejects.toEqual(refused(409, 'matter.already_taken_in'));
  });
});

describe('a period that does not count', () => {
  test('shows what would move, then moves exactly that, and says so in each matter', async () => {
    const period = { from: '2023-05-09', to: '2023-05-09', kinds: ['problem'] } as const;
    const own = clerk.call(contract.previewExcludedPeriod, { ...period, kinds: [...period.kinds] });
    await expect(own).rejects.toEqual(refused(403, 'access.denied'));
    const asked = { ...period, kinds: ['problem'] };
    const before = await head.call(contract.previewExcludedPeriod, asked);
    expect(before.total).toBeGreaterThan(3);
    const document = '大政发〔2023〕演示号';
    const moved = await head.call(contract.declareExcludedPeriod, { ...asked, document, reason: '台风停工' });
    expect(moved).toEqual(before);
    const { timeline } = await city.page(clerk, idOf(moved.moved[0]!));
    expect(timeline[0]).toMatchObject({ type: 'moved', text: '受理时限重新计算' });
    expect(timeline[0]?.details.at(-1)?.text).toBe(`${document}：台风停工`);
    expect((await unit.call(contract.listExcludedPeriods, {})).periods).toHaveLength(1);
  });
});

test('the list leaves as a workbook, on the record', async () => {
  const { name, bytes } = await clerk.call(contract.exportMatters, { kinds: ['problem'] });
  expect(name).toBe('事项清单_2023-05-08.xlsx');
  expect(bytes.byteLength).toBeGreaterThan(2000);
  const [row] = await asTableOwner(
    city.db,
    `select count(*)::int as n from city.audit where action = 'matter.export'`,
  );
  expect(row).toEqual({ n: 1 });
});

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
