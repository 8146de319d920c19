import type { Column, Table } from '../out/table.ts';
import { type Finding, findingsSheetName, kindNames } from './finding.ts';

const columns: readonly Column<Finding>[] = [
  { title: '级别', kind: 'text', width: 8, value: (finding) => kindNames[finding.kind] },
  { title: '工作表', kind: 'text', width: 18, value: (finding) => finding.sheet },
  { title: '行', kind: 'number', width: 8, value: (finding) => finding.row || undefined },
  { title: '单元格', kind: 'text', width: 10, value: (finding) => finding.cell },
  { title: '列名', kind: 'text', width: 18, value: (finding) => finding.column },
  { title: '原值', kind: 'text', width: 26, value: (finding) => finding.value },
  { title: '问题', kind: 'text', width: 52, value: (finding) => finding.message },
  { title: '处理建议', kind: 'text', width: 52, value: (finding) => finding.remedy },
];

/** The findings alone, as a table of any length: for a workbook too large to be copied. */
export function findingsTable(findings: Iterable<Finding>): Table<Finding> {
  return { sheet: findingsSheetName, title: '导入检查结果', columns, rows: findings };
}
