import { describe, expect, test } from 'vitest';
import { readCreditCode } from '../domain/credit-code.ts';
import { readCode } from '../domain/project-code.ts';
import { departmentsNamedIn, readDepartments } from '../domain/read-department.ts';
import { readPerson } from '../domain/read-person.ts';
import { readPlaces } from '../domain/read-place.ts';
import { readLevel, readLists, readStage, readYesNo } from '../domain/read-words.ts';
import { readSection } from '../domain/section.ts';
import { placeOfTab, placeOfTitle } from '../domain/sheet-context.ts';
import { cellOf } from './cell-of.ts';
import { dalian, lishui } from './cities.ts';

describe('a project code', () => {
  const read = (value: string | number) =>
    readCode(cellOf(value), (text) => dalian.emptyMarks.has(text) || dalian.noCodeMarks.has(text));
  test('is kept as it is', () =>
    expect(read('2111-210213-04-02-970272')).toEqual({ code: '2111-210213-04-02-970272' }));
  test.each([
    '22082102815401928920',
    '２３０１－２１０２００－８９－０２－９９４４７１',
    '2211–210213–54–01–910948',
    '2008 - 210212 - 89 - 01 - 901673',
    '2111_210213_04_02_970272',
  ])('%s is restored', (text) => {
    expect(read(text)).toMatchObject({
      code: expect.stringMatching(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/),
      problem: 'code-normalised',
    });
  });
  test.each([
    '2113-210212-48-02-986028',
    '2100-210212-48-02-986028',
    '大发改备〔2022〕82号',
    '2003-210213-04-01-99424',
    '2205-210281-04-01-917299-1',
    2.1112102130402e23,
  ])('%s is none', (value) => {
    expect(read(value)).toEqual({ code: null, problem: 'code-malformed' });
  });
  test.each(['—', '无', '正在办理', '待赋码', '办理中', '未赋码', ''])('%j: no code yet', (text) =>
    expect(read(text)).toEqual({ code: null }),
  );
});

describe('a credit code', () => {
  const read = (value: string) => readCreditCode(cellOf(value), () => false);
  test.each(['91210213MAY1675B3U', ' 91210213MAY1675B3U', '91210202may6twhg99', '12210212000051094L'])(
    '%s',
    (text) => {
      expect(read(text)).toEqual({ uscc: text.trim().toUpperCase() });
    },
  );
  test('a wrong check character keeps the code', () =>
    expect(read('91210213MAY1675B30')).toEqual({ uscc: '91210213MAY1675B30', problem: 'uscc-check' }));
  test.each(['91210213MAY1675B3', '91210213MAI1675B3U', '办理中'])('%s is none', (text) =>
    expect(read(text)).toEqual({ uscc: null, problem: 'uscc-malformed' }),
  );
});

describe('places', () => {
  const names = (text: string, city = dalian) => readPlaces(text, city).places.map((p) => p.name);
  test.each<[string, string[]]>([
    ['金普新区', ['金普新区']],
    ['金州区', ['金普新区']],
    ['金普新区（金州区）', ['金普新区']],
    ['金普新区、甘井子区', ['金普新区', '甘井子区']],
    ['金普新区\n甘井子区', ['金普新区', '甘井子区']],
    ['瓦房店市，庄河', ['瓦房店市', '庄河市']],
    ['大连市中山区', ['中山区']],
    ['辽宁省大连市庄河市', ['庄河市']],
    ['甘井子区革镇堡街道', ['甘井子区']],
    ['庄 河 市', ['庄河市']],
    ['跨区域', ['市本级']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));
  test.each<[string, string[]]>([
    ['景宁', ['景宁畲族自治县']],
    ['丽水市莲都区', ['莲都区']],
    ['青田、缙云', ['青田县', '缙云县']],
    ['丽水经济技术开发区', ['丽水经开区']],
  ])('%s in Lishui', (text, expected) => expect(names(text, lishui)).toEqual(expected));
  test.each(['营口市鲅鱼圈区', '鞍山市', '莲都区'])('%s is not in Dalian', (text) =>
    expect(readPlaces(text, dalian).unknown).toEqual([text]),
  );
  test('a name of its own is no alias, another spelling is', () => {
    expect(readPlaces('中山区、甘区', dalian).aliases).toEqual([{ written: '甘区', name: '甘井子区' }]);
  });
});

describe('a tab, a title', () => {
  test.each(['金普', '1.金普新区', '金普新区（17个）', '金普新区5月', '金普新区重点项目'])('tab %s', (tab) =>
    expect(placeOfTab(tab, dalian)?.name).toBe('金普新区'),
  );
  test.each(['Sheet1', '5月', '续建项目', '汇总'])('tab %s names no district', (tab) =>
    expect(placeOfTab(tab, dalian)).toBeUndefined(),
  );
  test.each([
    '金普新区2023年5月份市级重点项目建设情况月报表',
    '大连市金普新区重点项目进展',
    '2023年重点项目进展表（金普新区）',
  ])('title %s', (title) => expect(placeOfTitle(title, dalian)?.name).toBe('金普新区'));
  test.each([
    '大连市2023年市级重点项目清单',
    '2023年5月份市级重点项目调度表（不含金普新区）',
    '全市重点项目',
  ])('title %s names no district', (title) => expect(placeOfTitle(title, dalian)).toBeUndefined());
});

describe('departments', () => {
  test.each<[string, string[], number]>([
    ['市交通运输局', ['市交通运输局'], 0],
    ['市交通局', ['市交通运输局'], 1],
    ['发改委', ['市发展改革委'], 1],
    ['市交通局、市工信局', ['市交通运输局', '市工业和信息化局'], 2],
    ['大连市水务局', ['市水务局'], 1],
    ['交通运输局', ['市交通运输局'], 1],
    ['市邮政管理局', ['市邮政管理局'], 0],
    ['市发改委（牵头）\n市财政局（配合）', ['市发展改革委', '市财政局'], 1],
  ])('%s', (text, departments, aliases) => {
    const read = readDepartments(text, dalian);
    expect([read.departments, read.aliases.length]).toEqual([departments, aliases]);
  });
  test('named in a sentence, each once, but not those of a district or the province', () => {
    const text =
      '水土保持方案未批复，市水利局已受理；请市财政局、市水务局支持，省发改委已同意，中山区发改委在办';
    expect(departmentsNamedIn(text, dalian)).toEqual(['市水务局', '市财政局']);
  });
});

describe('a person and a telephone in one cell', () => {
  test.each<[string, string | null, string | null]>([
    ['林学（0411-00004815）', '林学', '0411-00004815'],
    ['乔生\n0411-00003563', '乔生', '0411-00003563'],
    ['薛立雪 0411-00008442', '薛立雪', '0411-00008442'],
    ['赵生0411-00008895', '赵生', '0411-00008895'],
    ['张三 13800138000', '张三', '13800138000'],
    ['张三，电话：138 0013 8000', '张三', '13800138000'],
    ['王五/88886666', '王五', '88886666'],
    ['李四', '李四', null],
    ['欧阳 修', '欧阳 修', null],
  ])('%j', (text, name, phone) => expect(readPerson(text)).toEqual({ name, phone }));
});

describe('words', () => {
  test.each([
    '是',
    '√',
    '✓',
    '已开工',
    '在建',
    '已入统',
    '已入库',
    '已纳统',
    '1',
    'Y',
    '已开工（2023年3月）',
    '2023年3月开工',
    ' 是 ',
  ])('%s says yes', (word) => expect(readYesNo(word, dalian)).toBe(true));
  test.each([
    '否',
    '×',
    '未开工',
    '未入统',
    '0',
    'N',
    '尚未开工',
    '拟6月开工',
    '计划2023年9月开工',
    '应统未统',
    '不需入统',
    '前期',
  ])('%s says no', (word) => expect(readYesNo(word, dalian)).toBe(false));
  test.each(['正在办理', '见备注'])('%s says nothing', (word) => expect(readYesNo(word, dalian)).toBeNull());
  test.each([
    ['区（市、县）级', '区级'],
    ['市级层面', '市级'],
    ['需市级协调', '市级'],
    ['跨区', '跨地区'],
    ['重特大', '重大'],
    ['省级', '省级'],
  ])('level %s is %s', (text, level) => expect(readLevel(text, dalian)).toBe(level));
  test.each([
    ['续建', '在建'],
    ['结转', '在建'],
    ['拟新开工', '新开工'],
    ['储备', '前期'],
    ['续建项目', '在建'],
    ['谋划类', '前期'],
  ])('stage %s is %s', (text, stage) => expect(readStage(text, dalian)).toBe(stage));
  test('lists by long and short names, in any separation', () => {
    const long = '若干重大工程（市级重点）；\n亿元以上重大投资；\n战略性新兴产业';
    expect(readLists(long, dalian)).toEqual([
      '若干重大工程（市级重点）项目',
      '亿元以上重大投资项目',
      '战略性新兴产业项目',
    ]);
    expect(readLists('市级重点、亿元以上、其他', dalian)).toEqual([
      '若干重大工程（市级重点）项目',
      '亿元以上重大投资项目',
    ]);
    expect(readLists('重大前期项目计划', lishui)).toEqual(['重大前期项目']);
  });
});

describe('a section', () => {
  test.each<[string, Record<string, unknown>]>([
    ['一、重大交通基础设施项目（12个）', { level: 1, label: '重大交通基础设施项目', count: 12 }],
    ['（一）续建项目（共8项）', { level: 2, stage: '在建', count: 8 }],
    ['1.新开工项目', { level: 3, stage: '新开工' }],
    ['中山区（4项）', { level: 0, place: { code: '210202', name: '中山区' }, count: 4 }],
    ['续建项目12项', { level: 0, stage: '在建', count: 12 }],
    ['二、金普', { level: 1, place: { code: '210213', name: '金普新区' } }],
    ['三、2023年新开工重点项目（3个，总投资5亿元）', { level: 1, stage: '新开工', count: 3 }],
  ])('%s', (text, expected) => expect(readSection(text, dalian)).toMatchObject(expected));
  test.each(['一、储备粮库项目', '新开工及前期项目', '二、5G基站'])('%s names no stage', (text) =>
    expect(readSection(text, dalian).stage).toBeUndefined(),
  );
});
