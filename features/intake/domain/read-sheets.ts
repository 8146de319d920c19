import type { Sheet, Workbook } from '#sheets';
import type { Mapping } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { gridOf } from './grid.ts';
import { unitStated } from './header-text.ts';
import { isCumulative } from './month-plan.ts';
import { saysCumulative } from './month-plan-columns.ts';
import { projectTables, whyLeftOut } from './project-tables.ts';
import type { ReadSetting } from './read-setting.ts';
import { listNamed } from './read-words.ts';
import type { SheetResult, SkipResult } from './result.ts';
import { rowsBetween } from './rows-between.ts';
import { sheetTables } from './sheet-tables.ts';
import { spelling } from './spelling.ts';
import type { Table } from './table.ts';

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
  const said = instructionsIn(workbook);
  return workbook.sheets.map((sheet) => tablesOf(sheet, setting, said(sheet.name)));
}

type Said = Pick<ReadSetting, 'unitElsewhere' | 'cumulativeElsewhere'>;

function tablesOf(sheet: Sheet, setting: WorkbookSetting, said: Said): SheetTables {
  const ignored = (why: NonNullable<SheetResult['why']>, doubts: string[] = []): SheetTables => ({
    sheet: { name: sheet.name, ignored: true, why, doubts },
    tables: [],
    skip: [],
  });
  if (sheet.rows.size === 0 || [...sheet.rows.values()].every((row) => row.cells.size === 0))
    return ignored('empty');
  if (sheet.hidden) return ignored('hidden', [`工作表“${sheet.name}”被隐藏，未读入`]);
  const { vocabulary } = setting.dictionary;
  const read = sheetTables(sheet, { ...setting, ...said, vocabulary });
  const tables = projectTables(read, setting.kind);
  if (tables.length === 0) {
    const named = vocabulary.rows.instructions.some((word) => sheet.name.includes(word));
    if (named || read.tables.length === 0)
      return ignored('instructions', named ? [] : [`工作表“${sheet.name}”中没有找到项目表`]);
    const whole = ignored('no-projects', [`工作表“${sheet.name}”${whyLeftOut(read)}`]);
    const { headerRows = [], columns = [] } = read.tables[0] ?? {};
    return { ...whole, sheet: { ...whole.sheet, headerRows, columns } };
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

function doubtsOf({ grid, columns, unitAssumed, unit, titles }: Table, setting: WorkbookSetting): string[] {
  const { kind, month, dictionary } = setting;
  const tab = grid.sheet.name;
  const doubts = columns.flatMap((c) => {
    const isTick = listNamed(c.header.split('/').at(-1) ?? '', dictionary) !== undefined;
    return c.doubt && !isTick ? [`${tab} ${c.col}列：${c.doubt}`] : [];
  });
  if (unitAssumed) doubts.push(`工作表“${tab}”没有写明金额单位，暂按${unit}读取，请核对`);
  const has = (field: string) => columns.some((c) => c.field === field);
  if (!has('name')) doubts.push(`工作表“${tab}”没有找到项目名称列`);
  if (kind === 'report' && !has('cumFen')) doubts.push(`工作表“${tab}”没有找到本年累计完成投资列`);
  if (kind === 'list' && !has('planYearFen')) doubts.push(`工作表“${tab}”没有找到年度计划投资列`);
  const other = month === undefined ? undefined : monthIn([tab, ...titles]);
  if (other !== undefined && other !== month)
    doubts.push(`工作表“${tab}”写的是${other}月，本次导入的是${month}月，请核对`);
  return doubts;
}

/** The one month a tab and its title name. */
function monthIn(texts: readonly string[]): number | undefined {
  const named = new Set(
    texts.flatMap((t) =>
      [...t.matchAll(/(?<![-—–至\d])(\d{1,2})月(?!\d{1,2}日|\d)/g)].map((m) => Number(m[1])),
    ),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

/** What instruction sheets say of all tables, or of the tab they name. */
function instructionsIn(workbook: Workbook): (tab: string) => Said {
  const lines = workbook.sheets
    .filter((sheet) => sheet.lastRow <= 60 && sheet.lastColumn <= 6)
    .flatMap((sheet) => {
      const grid = gridOf(sheet);
      const texts = rowsBetween(1, sheet.lastRow).map((row) =>
        grid
          .filled(row)
          .map((c) => spelling(c.text))
          .join(''),
      );
      return texts.flatMap((text) => text.split(/[，,；;。]/));
    });
  const units = lines.filter((line) => unitStated(line) !== undefined);
  return (tab) => {
    const own =
      units.find((line) => line.includes(spelling(tab))) ?? (units.length === 1 ? units[0] : undefined);
    const unit = own === undefined ? undefined : unitStated(own);
    const counted = lines.some((line) => saysCumulative(line) && line.includes(spelling(tab)));
    return { ...(unit ? { unitElsewhere: unit } : {}), ...(counted ? { cumulativeElsewhere: true } : {}) };
  };
}
