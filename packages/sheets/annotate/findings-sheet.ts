import type exceljs from 'exceljs';
import { type Finding, fills, findingsSheetName, kindNames } from './finding.ts';
import { cellFor } from './mark-cells.ts';

const columns = [
  { header: '序号', width: 6 },
  { header: '级别', width: 8 },
  { header: '工作表', width: 18 },
  { header: '行', width: 7 },
  { header: '单元格', width: 10 },
  { header: '列名', width: 18 },
  { header: '原值', width: 26 },
  { header: '问题', width: 52 },
  { header: '处理建议', width: 52 },
];

/** Lists every finding, each with a link to its cell. */
export function addFindingsSheet(book: exceljs.Workbook, findings: readonly Finding[]): void {
  const sheet = book.addWorksheet(findingsSheetName, { views: [{ state: 'frozen', ySplit: 2 }] });
  const errors = findings.filter((finding) => finding.kind === 'error').length;
  const summary = `共 ${findings.length} 条：错误 ${errors} 条（所在行不入库），提醒 ${findings.length - errors} 条。点“单元格”可跳转；改正后连同本文件一并上传即可，本表会自动略过。`;
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.addRow([summary]).height = 24;
  sheet.mergeCells(1, 1, 1, columns.length);
  const header = sheet.addRow(columns.map((column) => column.header));
  header.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF1F4' } };
  });
  for (const [index, finding] of findings.entries()) {
    const row = sheet.addRow(valuesOf(book, finding, index + 1));
    row.alignment = { vertical: 'top', wrapText: true };
    row.getCell(2).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fills[finding.kind] } };
    if (row.getCell(5).value) row.getCell(5).font = { underline: true, color: { argb: 'FF0B4F9E' } };
  }
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: columns.length } };
}

function valuesOf(book: exceljs.Workbook, finding: Finding, number: number): exceljs.CellValue[] {
  const target = book.getWorksheet(finding.sheet);
  const cell = target && cellFor(target, finding);
  const { kind, sheet, row, message, remedy } = finding;
  return [
    number,
    kindNames[kind],
    sheet,
    row > 0 ? row : null,
    cell ? link(sheet, finding.cell ?? cell.address) : null,
    finding.column ?? null,
    finding.value ?? (finding.cell && cell ? shown(cell) : null),
    message,
    remedy,
  ];
}

/** A formula, since it works in every program and with any name of a sheet. */
function link(sheet: string, address: string): exceljs.CellFormulaValue {
  const target = `#'${sheet.replaceAll("'", "''")}'!${address}`.replaceAll('"', '""');
  return { formula: `HYPERLINK("${target}","${address}")`, result: address, date1904: false };
}

function shown(cell: exceljs.Cell): string {
  const { value } = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return cell.text;
}
