import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as intake from '../../intake/contract.ts';
import * as contract from '../contract.ts';
import { twoCities } from './support/two-cities.ts';

type Cities = Awaited<ReturnType<typeof twoCities>>;
type Person = Awaited<ReturnType<Cities['person']>>;

let cities: Cities;
let section: Person;
let head: Person;
let technician: Person;

beforeAll(async () => {
  cities = await twoCities();
  const { three } = cities.cities;
  section = await cities.person(three, 'chuzhang', 'coordinator-section-head', 'planning');
  head = await cities.person(three, 'zhuren', 'coordinator-head', 'planning');
  technician = await cities.person(three, 'xitong', 'system-admin');
});
afterAll(() => cities?.close());

const words = (field: string, ...is: string[]) => ({ fields: { [field]: { is } } });
const bytes = new TextEncoder().encode(
  '序号,项目名称,落地板块,建设性质,建设内容,建设起止年限,总投资（万元）,2023年计划投资（万元）\n1,东川水厂,东川区,新建,水厂一座,2022-2025,12000,3000\n',
);

describe('a header of the city', () => {
  test('stands beside those of the country, and an edit begins with nothing', async () => {
    const { fields } = await technician.call(intake.readVocabulary, {});
    expect(fields.find(({ field }) => field === 'name')).toMatchObject({ name: '项目名称', kind: null });
    const file = await section.call(contract.readRuleFile, { file: 'vocabulary.yaml' });
    expect(file).toMatchObject({ adds: true, start: '', startValue: null, layers: [{ city: false }] });
  });

  test.each([
    [
      'that names two fields',
      words('company', '项目名称'),
      '“项目名称”已是“项目名称”的写法，不能又是“建设单位”的',
    ],
    ['that names two, spelled otherwise', words('company', '项目 名称'), '“项目 名称”已是“项目名称”的写法'],
    [
      'added to two fields at once',
      { fields: { company: { is: ['甲方'] }, respUnit: { is: ['甲方'] } } },
      '“甲方”已是',
    ],
    ['of no field', words('firm', '甲方'), '没有名为“firm”的字段'],
  ])('%s is refused', async (_, value, message) => {
    const checked = await section.call(contract.checkOverlay, { file: 'vocabulary.yaml', value });
    expect(checked.problems[0]?.message).toContain(message);
  });

  test('that two fields share already, told apart by the table, stays', async () => {
    const value = words('name', '拟建项目名');
    expect((await section.call(contract.checkOverlay, { file: 'vocabulary.yaml', value })).problems).toEqual(
      [],
    );
  });

  test('is tried on a row of headers', async () => {
    const headers = '序号\t落地板块\t项目名称';
    const asked = { value: words('places', '落地板块'), kind: 'projects' as const, headers };
    expect(await section.call(intake.tryVocabulary, asked)).toMatchObject({
      ...{ problems: [], workbook: null },
      columns: [
        { header: '序号', before: '序号', after: '序号' },
        { header: '落地板块', before: null, after: '所属地区' },
        { header: '项目名称', before: '项目名称', after: '项目名称' },
      ],
    });
    await expect(technician.call(intake.tryVocabulary, asked)).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  test('is tried on the workbook taken in last, and once approved reads it', async () => {
    const file = { name: '清单.csv', bytes };
    const taken = await section.call(intake.takeWorkbook, { kind: 'projects', year: 2023, file });
    const { importId } = taken.run;
    const placeOf = async () =>
      (await section.call(intake.viewImport, { importId })).sheets[0]?.columns.find(({ col }) => col === 'C')
        ?.field;
    const before = await placeOf();
    const value = words('places', '落地板块');
    const tried = await section.call(intake.tryVocabulary, { value, kind: 'projects' });
    expect(tried.workbook).toEqual({ importId, fileName: '清单.csv' });
    expect(tried.columns.find(({ header }) => header === '落地板块')?.after).toBe('所属地区');
    const { overlayId: id } = await section.call(contract.proposeOverlay, {
      ...{
        file: 'vocabulary.yaml',
        value,
        effectiveFrom: '2023-06-15',
        reason: '各区都这样写',
        basis: '平台默认值',
      },
    });
    expect(await placeOf()).toBe(before);
    await head.call(contract.approveOverlay, { id, version: 1 });
    expect(await placeOf()).toBe('places');
  });
});
