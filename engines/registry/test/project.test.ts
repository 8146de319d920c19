import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  countProjects,
  createProject,
  findOrganisation,
  findProjects,
  getProject,
  linkProjects,
  type NewProject,
  type OrgId,
  type ProjectFilter,
  type ProjectId,
  projectHistory,
  revealPhone,
  updateProject,
} from '../index.ts';
import { openTestCity, type TestCity } from './support/city.ts';

describe('project cards', () => {
  let city: TestCity;
  let east: OrgId;
  let west: OrgId;
  let first: ProjectId;
  const create = (over: Partial<NewProject> & { name: string }) =>
    city.act((one) => createProject(one, { districts: [east], ...over }));

  beforeAll(async () => {
    city = await openTestCity();
    const org = async (name: string) => (await city.act((one) => findOrganisation(one, name)))!.orgId;
    [east, west] = [await org('东区政府'), await org('西区')];
    const made = await create({
      name: '海水淡化 厂一期',
      code: '2301-130901-04-01-000001',
      industry: '水利',
      detail: { totalFen: '30000000000', uscc: '91130901MA0000001X', company: '清源水务有限公司' },
      responsibilities: { secretary: [{ name: '李二', orgId: null, personId: null, phone: '13800000001' }] },
    });
    first = made.projectId;
    expect(made).toMatchObject({ number: 'XC23-001', version: 1 });
  });
  afterAll(() => city?.drop());

  test.each<[string, Partial<NewProject> & { name: string }, string]>([
    ['the same name in another form', { name: '海水淡化厂一期 ' }, '名称相同'],
    ['the same code', { name: '另一个项目', code: '2301-130901-04-01-000001' }, '项目代码相同'],
    [
      'the same sponsor and nearly the same name',
      { name: '海水淡化厂（一期）工程', detail: { uscc: '91130901MA0000001X' } },
      '统一社会信用代码相同且名称相近',
    ],
  ])('refuse %s, naming the other', async (_, over, same) => {
    await expect(create(over)).rejects.toMatchObject({
      code: 'project.duplicate',
      details: { number: 'XC23-001', name: '海水淡化厂一期', same },
    });
  });

  test('keep both where they are linked with a reason, seen from both ends', async () => {
    const link = { otherId: first, kind: 'split-from', reason: '分期实施，分别立项' } as const;
    const made = await create({ name: '海水淡化厂一期', districts: [west], link });
    const [a, b] = await Promise.all(
      [made.projectId, first].map((id) => city.act((one) => getProject(one, id))),
    );
    expect(a?.links).toMatchObject([
      { kind: 'split-from', otherNumber: 'XC23-001', reason: '分期实施，分别立项' },
    ]);
    expect(b?.links).toMatchObject([{ kind: 'split-from', otherNumber: made.number }]);
    await expect(create({ name: '海水淡化厂一期', link: { ...link, reason: ' ' } })).rejects.toMatchObject({
      code: 'project.link_needs_reason',
    });
  });

  test('a stale save is refused and shows both versions', async () => {
    const seen = await city.act((one) => getProject(one, first));
    const edit = { projectId: first, version: seen.version };
    const saved = await city.act((one) => updateProject(one, { ...edit, detail: { remark: '甲的备注' } }));
    expect(saved).toEqual({ version: seen.version + 1, changed: ['detail'] });
    await expect(
      city.act((one) => updateProject(one, { ...edit, detail: { remark: '乙的备注' } })),
    ).rejects.toMatchObject({
      code: 'project.stale',
      details: {
        ...{ version: seen.version, current: seen.version + 1 },
        changes: [{ aspect: 'detail', before: { remark: null }, after: { remark: '甲的备注' } }],
        now: { detail: { remark: '甲的备注' } },
      },
    });
    expect((await city.act((one) => getProject(one, first))).detail?.remark).toBe('甲的备注');
  });

  test('an edit that says nothing new keeps the version', async () => {
    const { version, card } = await city.act((one) => getProject(one, first));
    const saved = await city.act((one) => updateProject(one, { projectId: first, version, card }));
    expect(saved).toEqual({ version, changed: [] });
  });

  test('a code is changed with a reason only, and the old one stays on record', async () => {
    const { version } = await city.act((one) => getProject(one, first));
    const edit = { projectId: first, version, code: '2301-130901-04-01-000077' };
    await expect(city.act((one) => updateProject(one, edit))).rejects.toMatchObject({
      code: 'project.code_change_needs_reason',
    });
    await city.on('2023-04-01').act((one) => updateProject(one, { ...edit, reason: '重新备案' }));
    const { codes } = await city.act((one) => getProject(one, first));
    expect(codes.map(({ code, toOn, endedReason }) => [code, toOn, endedReason])).toEqual([
      ['2301-130901-04-01-000001', '2023-04-01', '重新备案'],
      ['2301-130901-04-01-000077', null, null],
    ]);
  });

  test('a phone is masked until it is asked for, and that is put on record', async () => {
    const { holders } = await city.act((one) => getProject(one, first));
    expect(holders).toMatchObject([{ kindName: '服务秘书', phone: '138****0001' }]);
    const phone = await city.act((one) =>
      revealPhone(one, { projectId: first, kind: 'secretary', name: '李二' }),
    );
    expect(phone).toBe('13800000001');
  });

  test('a phone that comes back masked is left alone, in the history it never shows', async () => {
    const { version, holders } = await city.act((one) => getProject(one, first));
    const [{ name, orgId, personId, phone }] = holders as [(typeof holders)[0]];
    const secretary = [
      { name, orgId, personId, phone },
      { name: '孙六', orgId, personId, phone: '13900000006' },
    ];
    await city.act((one) =>
      updateProject(one, { projectId: first, version, responsibilities: { secretary } }),
    );
    const reveal = (who: string) =>
      city.act((one) => revealPhone(one, { projectId: first, kind: 'secretary', name: who }));
    expect([await reveal(name), await reveal('孙六')]).toEqual(['13800000001', '13900000006']);
    const history = await city.act((one) => projectHistory(one, first));
    expect(JSON.stringify(history)).toContain('139****0006');
    expect(JSON.stringify(history)).not.toMatch(/1[38]\d{9}/);
  });

  test('a merged project is closed and says where it went', async () => {
    const gone = await create({ name: '泵站改造' });
    const link = {
      projectId: gone.projectId,
      otherId: first,
      kind: 'merged-into',
      reason: '并入海水淡化厂',
    } as const;
    await city.act((one) => linkProjects(one, link));
    expect(await city.act((one) => getProject(one, gone.projectId))).toMatchObject({
      closed: true,
      mergedInto: first,
    });
    await expect(city.act((one) => linkProjects(one, link))).rejects.toMatchObject({
      code: 'project.already_merged',
    });
    const history = await city.act((one) => projectHistory(one, gone.projectId));
    expect(history[0]).toMatchObject({ aspect: 'merged', act: 'merge', after: first });
  });

  describe('found', () => {
    beforeAll(async () => {
      for (const [name, totalFen, district] of [
        ['风电场一', '90000000000', west],
        ['风电场二', '70000000000', west],
        ['风电场三', null, east],
      ] as const) {
        await create({
          name,
          industry: '能源',
          districts: [district],
          detail: { totalFen, company: '海风能源公司' },
        });
      }
    });
    const names = (filter: ProjectFilter, page = {}) =>
      city.act(async (one) => (await findProjects(one, filter, page)).map((row) => row.name));

    test.each<[string, ProjectFilter, string[]]>([
      ['by part of the name', { text: '风 电' }, ['风电场一', '风电场二', '风电场三']],
      ['by number', { text: 'xc23-001' }, ['海水淡化厂一期']],
      ['by code', { text: '000077' }, ['海水淡化厂一期']],
      ['by a code it had before', { text: '04-01-000001' }, ['海水淡化厂一期']],
      ['by sponsor', { text: '海风能源' }, ['风电场一', '风电场二', '风电场三']],
      ['by nothing that is there', { text: '100%_' }, []],
      ['by industry', { industry: '能源' }, ['风电场一', '风电场二', '风电场三']],
    ])('%s', async (_, filter, expected) => {
      expect(await names(filter)).toEqual(expected);
      expect(await city.act((one) => countProjects(one, filter))).toBe(expected.length);
    });

    test('by district, with what lies below it', async () => {
      const rows = await names({ district: west, industry: '能源' });
      expect(rows).toEqual(['风电场一', '风电场二']);
    });

    test.each([
      [
        'total, greatest first, unknown last',
        { sort: 'total', descending: true },
        ['风电场一', '风电场二', '风电场三'],
      ],
      ['total, least first', { sort: 'total' }, ['风电场二', '风电场一', '风电场三']],
      ['district in official order', { sort: 'district' }, ['风电场三', '风电场一', '风电场二']],
      ['the second page', { size: 2, page: 2 }, ['风电场三']],
    ] as const)('sorted by %s', async (_, page, expected) => {
      expect(await names({ text: '风电场' }, page)).toEqual(expected);
    });
  });
});
