import { expect, test } from 'vitest';
import { readList } from '../domain/read-list.ts';
import { dalian } from './cities.ts';
import { fieldsOf } from './read-row.ts';
import { workbookOf } from './sheet-of.ts';

const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月底累计计划`);
const cumulative = [
  ['项目名称', '责任地区', '总投资（万元）', '2023年计划投资（万元）', ...months],
  ['甲工程', '庄河市', 1000, 120, ...months.map((_, at) => (at + 1) * 10)],
];

test('a column whose unit is corrected stays cumulative if its header says so', () => {
  const columns = months.map((header, at) => ({
    header,
    field: `month${at + 1}`,
    unit: '万元' as const,
  }));
  const plain = readList(workbookOf(cumulative), dalian, { year: 2023 });
  const corrected = readList(workbookOf(cumulative), dalian, { year: 2023, mapping: { columns } });
  expect(fieldsOf(plain, 'monthPlanFen')[0]?.[0]).toHaveLength(12);
  expect(fieldsOf(corrected, 'monthPlanFen')).toEqual(fieldsOf(plain, 'monthPlanFen'));
});
