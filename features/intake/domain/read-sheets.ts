import type { MoneyUnit } from '#kernel/money';
import type { Sheet, Workbook } from '#sheets';
import type { Mapping } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type Finding, finding } from './finding.ts';
import { gridOf } from './grid.ts';
import { unitStated } from './header-text.ts';
import { isCumulative } from './month-plan.ts';
import { readSheet, type Table, type TableRow } from './read-table.ts';
import type { ReadResult, RowResult, SheetResult, SkipResult } from './result.ts';
import { spelling } from './spelling.ts';
import { rowsOfSection } from './sum-coverage.ts';
import { checkSum } from './sums.ts';

export type WorkbookSetting = {
  readonly kind: 'list' | 'report';
  readonly year: number;
  readonly month?: number;
  readonly dictionary: Dictionary;
  readonly mapping?: Mapping;
};

/** A sheet as far as it is read before its records are. */
export type SheetTables = {
  readonly sheet: SheetResult;
  readonly tables: readonly Table[];
  readonly skip: readonly SkipResult[];
};

/** Finds the tables of every sheet that has something to read. */
export function readTables(workbook: Workbook, setting: WorkbookSetting): SheetTables[] {
  const units = unitsInInstructions(workbook);
  return workbook.sheets.map((sheet) => tablesOf(sheet, setting, units(sheet.name)));
}

function tablesOf(sheet: Sheet, setting: WorkbookSetting, unitElsewhere: MoneyUnit | undefined): SheetTables {
  const ignored = (why: NonNullable<SheetResult['why']>, doubts: string[] = []): SheetTables => ({
    sheet: { name: sheet.name, ignored: true, why, doubts },
    tables: [],
    skip: [],
  });
  if (sheet.rows.size === 0 || [...sheet.rows.values()].every((row) => row.cells.size === 0))
    return ignored('empty');
  if (sheet.hidden) return ignored('hidden', [`工作表“${sheet.name}”被隐藏，未读入`]);
  const { vocabulary } = setting.dictionary;
  const read = readSheet(sheet, { ...setting, vocabulary, ...(unitElsewhere ? { unitElsewhere } : {}) });
  const tables = read.tables.filter((table) => hasProjects(table));
  if (tables.length === 0) {
    const named = vocabulary.rows.instructions.some((word) => sheet.name.includes(word));
    if (named || read.tables.length === 0)
      return ignored('instructions', named ? [] : [`工作表“${sheet.name}”中没有找到项目表`]);
    return ignored('no-projects', [`工作表“${sheet.name}”中没有项目名称列，按汇总表处理，未读入`]);
  }
  const others = read.tables.filter((table) => !tables.includes(table));
  const lines = [
    ...read.lines,
    ...others.flatMap((table) =>
      table.rows.map(({ row, kind }) => ({ row, why: kind === 'data' ? ('note' as const) : kind })),
    ),
  ];
  const [first] = tables as [Table];
  const { stage, place } = first.context;
  return {
    sheet: {
      name: sheet.name,
      headerRows: first.headerRows,
      columns: first.columns,
      ...(stage ? { stage } : {}),
      ...(place ? { district: place } : {}),
      ...(setting.kind === 'list' && isCumulative(first.columns) ? { cumulative: true as const } : {}),
      doubts: tables.flatMap((table) => doubtsOf(table, setting)),
    },
    tables,
    skip: lines.map(({ row, why }) => ({ sheet: sheet.name, row, why })),
  };
}

function hasProjects({ columns }: Table): boolean {
  const has = (field: string) => columns.some((c) => c.field === field);
  return has('name') || has('code');
}

function doubtsOf({ grid, columns, unitAssumed, unit }: Table, { kind }: WorkbookSetting): string[] {
  const doubts = columns.flatMap((c) => (c.doubt ? [`${grid.sheet.name} ${c.col}列：${c.doubt}`] : []));
  if (unitAssumed) doubts.push(`工作表“${grid.sheet.name}”没有写明金额单位，暂按${unit}读取，请核对`);
  const has = (field: string) => columns.some((c) => c.field === field);
  if (!has('name')) doubts.push(`工作表“${grid.sheet.name}”没有找到项目名称列`);
  if (kind === 'report' && !has('cumFen'))
    doubts.push(`工作表“${grid.sheet.name}”没有找到本年累计完成投资列`);
  if (kind === 'list' && !has('planYearFen')) doubts.push(`工作表“${grid.sheet.name}”没有找到年度计划投资列`);
  return doubts;
}

/** Units an instruction sheet states, for all tables or for the tab it names. */
function unitsInInstructions(workbook: Workbook): (tab: string) => MoneyUnit | undefined {
  const lines = workbook.sheets
    .filter((s) => s.lastRow <= 60 && s.lastColumn <= 6)
    .flatMap((s) => {
      const grid = gridOf(s);
      return Array.from({ length: s.lastRow }, (_, i) =>
        grid
          .filled(i + 1)
          .map((c) => spelling(c.text))
          .join(''),
      ).flatMap((l) => l.split(/[，,；;。]/));
    });
  const stated = lines.filter((line) => unitStated(line) !== undefined);
  return (tab) => {
    const own =
      stated.find((line) => line.includes(spelling(tab))) ?? (stated.length === 1 ? stated[0] : undefined);
    return own === undefined ? undefined : unitStated(own);
  };
}

/** Rows that are no data, with what sums and section titles claim. */
export function skipRows(
  read: SheetTables,
  accepted: (sheet: string, row: number) => boolean,
  dictionary: Dictionary,
): SkipResult[] {
  const found: SkipResult[] = [...read.skip];
  for (const table of read.tables) {
    const sheet = table.grid.sheet.name;
    for (const row of table.rows) {
      if (row.kind === 'data') continue;
      const skip = { sheet, row: row.row, why: row.kind };
      if (row.kind === 'subtotal' || row.kind === 'total')
        found.push(
          withFindings(
            skip,
            checkSum(table, row, (r) => accepted(sheet, r), dictionary),
          ),
        );
      else if (row.kind === 'section')
        found.push(sectionSkip(skip, table, row, (r) => accepted(sheet, r), dictionary));
      else found.push(skip);
    }
  }
  return found.sort((a, b) => a.row - b.row);
}

function sectionSkip(
  skip: SkipResult,
  table: Table,
  row: TableRow,
  accepted: (row: number) => boolean,
  dictionary: Dictionary,
): SkipResult {
  const findings: Finding[] = [];
  const count = row.section?.count;
  const real = rowsOfSection(table, row).length;
  if (count !== undefined && count !== real) {
    const [cell] = table.grid.filled(row.row);
    const place = {
      sheet: skip.sheet,
      row: row.row,
      column: { number: cell?.column ?? 1, header: '' },
      cell,
    };
    findings.push(finding('section-count-mismatch', place, `${count}个，实为${real}个`));
  }
  const sum = checkSum(table, row, accepted, dictionary);
  if (Object.keys(sum.statedFen).length === 0) return withFindings(skip, { findings });
  return withFindings(skip, { ...sum, findings: [...findings, ...sum.findings] });
}

function withFindings<T extends { findings: readonly Finding[] }>(skip: SkipResult, more: T): SkipResult {
  const { findings, ...rest } = more;
  return findings.length > 0 ? { ...skip, ...rest, findings } : { ...skip, ...rest };
}

/** Puts rows and the rest together. */
export function resultOf<R>(
  kind: 'list' | 'report',
  reads: readonly SheetTables[],
  rows: readonly RowResult<R>[],
  dictionary: Dictionary,
): ReadResult<R> {
  const accepted = new Set(rows.filter((r) => r.status === 'accepted').map((r) => `${r.sheet}!${r.row}`));
  const skip = reads.flatMap((read) =>
    skipRows(read, (sheet, row) => accepted.has(`${sheet}!${row}`), dictionary),
  );
  const order = new Map(reads.map((read, i) => [read.sheet.name, i]));
  const findings = [...rows.flatMap((r) => r.findings), ...skip.flatMap((s) => s.findings ?? [])].sort(
    (a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row,
  );
  const columns = reads.flatMap((read) => read.tables.flatMap((t) => t.columns));
  const mapping: Mapping = {
    columns: columns.map(({ header, field, unit }) => ({ header, field, ...(unit ? { unit } : {}) })),
  };
  return { kind, sheets: reads.map((r) => r.sheet), rows, skip, findings, mapping };
}
