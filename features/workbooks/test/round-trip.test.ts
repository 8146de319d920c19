import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, systemActor } from '#access';
import { plansOfYear } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import { type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import { readWorkbook } from '#sheets';
import { type DemonstrationCity, demonstrationCity } from '../../bulletins/test/demonstration-city.ts';
import { cityDictionary } from '../../intake/acts/city-dictionary.ts';
import { readReports } from '../../intake/domain/read-reports.ts';
import { issueWorkbook } from '../acts/issue-workbook.ts';
import { officesOf } from '../acts/offices.ts';
import { formMark, type OfficeKind, readFormKey } from '../contract.ts';
import { amount, day, fillIn, words } from './fill-in.ts';

const cities = [
  ['大连', 210_200, 2023],
  ['丽水', 331_100, 2020],
] as const;
const kinds: readonly OfficeKind[] = ['district', 'department', 'unit'];
const months = [1, 8, 12];

let cityOf: DemonstrationCity;
beforeAll(async () => {
  cityOf = await demonstrationCity();
}, 180_000);
afterAll(() => cityOf?.close());

async function readBack(city: City, bytes: Uint8Array, name: string, month: Month) {
  const projects = (await projectIndex(city, yearOfMonth(month))).map((project) => ({
    ...project,
    key: project.number,
    district: project.districts[0]?.name ?? null,
  }));
  const workbook = await readWorkbook(bytes, { name });
  const setting = { month, receivedOn: '2030-01-05', projects, earlier: new Map() } as const;
  return { workbook, result: readReports(workbook, await cityDictionary(city), setting) };
}

describe.each(cities)('%s: an issued workbook', (_name, cityId, year) => {
  const inCity = <T>(act: (city: City) => Promise<T>) =>
    cityOf.world.open({ cityId, actor: systemActor }, { readOnly: false, origin: {} }, act);

  test.each(kinds.flatMap((by) => months.map((number) => [by, number] as const)))(
    'of every %s for month %s is read back without mapping or doubt, row by row',
    async (by, number) => {
      const month = monthOfYear(year, number);
      await inCity(async (city) => {
        const offices = await officesOf(city, { month, by });
        expect(offices.length).toBeGreaterThan(0);
        const covered = new Set<string>();
        for (const { office, projects } of offices) {
          const issued = await issueWorkbook(city, { month, by, office });
          const filled = await fillIn(issued.bytes, (project, at) => ({
            本月完成投资: amount(at + 0.5),
            本年累计完成投资: amount(1000 + at),
            是否开工: words(at % 2 === 0 ? '是' : '否'),
            实际开工日期: day(`${year}-01-02`),
            是否入统: words('否'),
            入统日期: words(`${year}-01`),
            形象进度: words(`${project} 主体施工`),
            存在问题: words('用地'),
            填报人: words('张三'),
          }));
          const { workbook, result } = await readBack(city, filled, issued.name, month);
          expect(readFormKey(workbook.marks?.get(formMark))).toEqual({ cityId, month, by, office });
          expect(result.sheets.map(({ name, ignored }) => [name, ignored ?? false])).toEqual([
            ['填报表', false],
            ['填表说明', true],
          ]);
          expect(result.sheets.flatMap(({ doubts }) => doubts)).toEqual([]);
          expect(result.rows.map(({ key, status }) => [key, status])).toEqual(
            projects.map(({ number }) => [number, 'accepted']),
          );
          for (const [at, { record, key }] of result.rows.entries()) {
            expect(record).toMatchObject({
              monthFen: String(at * 1_000_000 + 500_000),
              cumFen: String((1000 + at) * 1_000_000),
              started: at % 2 === 0,
              actualStart: `${year}-01-02`,
              entered: false,
              enteredOn: `${year}-01`,
              progress: `${key} 主体施工`,
              problem: '用地',
              reporter: '张三',
              matchedBy: 'number',
            });
            covered.add(key ?? '');
          }
        }
        const open = (await projectIndex(city, year)).filter(({ closed }) => !closed);
        expect([...covered].sort()).toEqual(open.map(({ number }) => number).sort());
      });
    },
  );

  test('whose names were sorted apart from their numbers is refused row by row', async () => {
    const month = monthOfYear(year, 5);
    await inCity(async (city) => {
      const [office] = (await officesOf(city, { month, by: 'district' })).filter(
        ({ projects }) => projects.length > 2,
      );
      if (!office) throw new Error('the demonstration has offices with projects');
      const issued = await issueWorkbook(city, { month, by: 'district', office: office.office });
      const names = office.projects.map(({ name }) => name);
      const sorted = await fillIn(issued.bytes, (_project, at) => ({
        项目名称: words(names[(at + 1) % names.length] ?? ''),
        本年累计完成投资: amount(1),
      }));
      const { result } = await readBack(city, sorted, issued.name, month);
      expect(result.rows.map(({ status }) => status)).toEqual(names.map(() => 'rejected'));
      expect(new Set(result.findings.map(({ code }) => code))).toContain('number-name-conflict');
    });
  });

  test('says what the city knows: plans of year and month, and what was done up to the month before', async () => {
    const month = monthOfYear(year, 3);
    await inCity(async (city) => {
      const [first] = await officesOf(city, { month, by: 'district' });
      const project = first?.projects[0];
      if (!first || !project) throw new Error('the demonstration has projects');
      const issued = await issueWorkbook(city, { month, by: 'district', office: first.office });
      const { workbook } = await readBack(city, issued.bytes, issued.name, month);
      const cells = workbook.sheets[0]?.rows.get(4)?.cells;
      const plan = (await plansOfYear(city, year)).find(({ subjectId }) => subjectId === project.projectId);
      const wan = (fen: bigint | null | undefined) =>
        fen === null || fen === undefined ? '' : String(Number(fen) / 1_000_000);
      const toMonth = plan?.monthsFen.slice(0, 3).reduce<bigint>((sum, fen) => sum + (fen ?? 0n), 0n);
      expect([2, 4, 6, 7, 8, 9].map((column) => cells?.get(column)?.text ?? '')).toEqual([
        project.number,
        project.name,
        wan(project.totalFen),
        wan(plan?.totalFen),
        wan(plan?.monthsFen[2]),
        wan(toMonth),
      ]);
    });
  });
});
