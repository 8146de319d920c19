import { fenPer, type MoneyUnit } from '#kernel/money';
import { isPlainDate } from '#kernel/plain-date';
import { rational, toDecimalText } from '#kernel/rational';
import type { Cell, Fill, FillValue, Workbook } from '#sheets';
import { type Column, isAmountField } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { isFilled } from './grid.ts';
import { readTables, type WorkbookSetting } from './read-sheets.ts';
import type { ReportRecord } from './report-record.ts';
import { type RowResult, rowRef } from './result.ts';
import { rowCells } from './row-cells.ts';
import type { Table } from './table.ts';

/** What the city says of a project's month, by the fields of a report. Amounts are fen. */
export type TemplateValues = Readonly<Record<TemplateField, bigint | boolean | string | null>>;

export const templateFields = [
  'monthFen',
  'cumFen',
  'started',
  'actualStart',
  'entered',
  'enteredOn',
  'progress',
  'problem',
  'matter',
  'matterLevel',
  'reporter',
  'reportedOn',
] as const satisfies readonly (keyof ReportRecord)[];

type TemplateField = (typeof templateFields)[number];

type Place = { readonly sheet: string; readonly row: number; readonly name: string | null };

export type TemplatePlan = {
  readonly fills: readonly Fill[];
  readonly columns: readonly { readonly sheet: string; readonly header: string; readonly field: string }[];
  readonly filled: readonly Place[];
  /** No listed project is behind the row: it stays as it is. */
  readonly unknown: readonly Place[];
  /** The city has nothing to say of the project's month: the row stays as it is. */
  readonly silent: readonly Place[];
  /** Cells with a formula or merged over several rows, which are left. */
  readonly kept: readonly string[];
  /** Sums typed in as numbers: they are not ours to change and will not fit. */
  readonly sums: readonly Place[];
};

type TemplateSetting = {
  readonly dictionary: Dictionary;
  readonly year: number;
  readonly month: number;
  readonly mapping: WorkbookSetting['mapping'] | null;
  /** The rows as the reader of reports matched them. */
  readonly rows: readonly RowResult<ReportRecord>[];
  readonly valuesOf: (key: string) => TemplateValues | undefined;
};

/** Where in the sender's own workbook the city's values go. What the city says nothing of is emptied, not left from before. */
export function planTemplate(workbook: Workbook, setting: TemplateSetting): TemplatePlan {
  const { dictionary, year, month, mapping, valuesOf } = setting;
  const how = { kind: 'report', dictionary, year, month, ...(mapping ? { mapping } : {}) } as const;
  const matched = new Map(setting.rows.map((row) => [rowRef(row.sheet, row.row), row]));
  const plan = {
    ...{ fills: [] as Fill[], columns: [] as TemplatePlan['columns'][number][], kept: [] as string[] },
    ...{ filled: [] as Place[], unknown: [] as Place[], silent: [] as Place[], sums: [] as Place[] },
  };
  for (const table of readTables(workbook, how).flatMap(({ tables }) => tables)) {
    const sheet = table.grid.sheet.name;
    const columns = table.columns.filter(isFillable);
    plan.columns.push(...columns.map(({ header, field }) => ({ sheet, header, field: field ?? '' })));
    for (const { row, kind, label } of table.rows) {
      if ((kind === 'total' || kind === 'subtotal') && holdsNumbers(table, row, columns))
        plan.sums.push({ sheet, row, name: label });
      if (kind !== 'data') continue;
      const read = matched.get(rowRef(sheet, row));
      const place = { sheet, row, name: read?.nameRead ?? null };
      const key = read?.key ?? read?.belongsTo;
      const values = key ? valuesOf(key) : undefined;
      if (!key || !values) {
        (key ? plan.silent : plan.unknown).push(place);
        plan.fills.push(
          ...repeated(table, row, columns, dictionary).map((cell) => ({ sheet, row, ...cell })),
        );
      } else {
        plan.filled.push(place);
        for (const cell of columns.flatMap((column) => cellsOf(table, column, values))) {
          if (isKept(table, row, cell.column)) plan.kept.push(rowRef(sheet, row));
          else plan.fills.push({ sheet, row, ...cell });
        }
      }
    }
  }
  return { ...plan, kept: [...new Set(plan.kept)] };
}

function isFillable({ field }: Column): boolean {
  return (templateFields as readonly (string | null)[]).includes(field);
}

/** 同上 in a row that stays would otherwise take over what is put in above it. */
function repeated(table: Table, row: number, columns: readonly Column[], dictionary: Dictionary): CellFill[] {
  const tableRow = table.rows.find((one) => one.row === row);
  if (!tableRow) return [];
  const cells = rowCells(table, tableRow, dictionary);
  return columns.flatMap((column): CellFill[] => {
    const own = table.grid.at(row, column.number);
    const meant = cells.cellOf(column);
    if (!own || !meant || own.row === meant.row || own.text === meant.text) return [];
    return [{ column: column.number, value: asFill(meant) }];
  });
}

function asFill({ kind, text, rawNumber, day }: Cell): FillValue {
  if (day !== undefined) return { kind: 'date', day };
  return kind === 'number' && rawNumber ? { kind: 'number', literal: rawNumber } : { kind: 'text', text };
}

type CellFill = { readonly column: number; readonly value: FillValue };

/** The value in the column's own way of writing: its unit, 是 and 否, or a tick in one of two columns. */
function cellsOf(table: Table, column: Column, values: TemplateValues): CellFill[] {
  const value = values[column.field as TemplateField];
  const text = (words: string | null): FillValue =>
    words === null ? { kind: 'blank' } : { kind: 'text', text: words };
  if (typeof value === 'bigint' || isAmountField(column.field)) {
    const amount = typeof value === 'bigint' ? decimal(value, column.unit ?? table.unit) : null;
    return [
      {
        column: column.number,
        value: amount === null ? { kind: 'blank' } : { kind: 'number', literal: amount },
      },
    ];
  }
  if (column.field === 'started' || column.field === 'entered') {
    const no = besideYes(table, column);
    if (!no) return [{ column: column.number, value: text(value === null ? null : value ? '是' : '否') }];
    return [
      { column: column.number, value: text(value === true ? '√' : null) },
      { column: no.number, value: text(value === false ? '√' : null) },
    ];
  }
  if (typeof value === 'string' && isPlainDate(value))
    return [{ column: column.number, value: { kind: 'date', day: value } }];
  return [{ column: column.number, value: text(typeof value === 'string' ? value : null) }];
}

/** Some offices have two columns, 是 and 否, and tick one of them. */
function besideYes({ columns }: Table, { header }: Column): Column | undefined {
  if (!/\/[是已]$/.test(header)) return undefined;
  const upper = header.slice(0, -1);
  return columns.find((other) => other.header === `${upper}否` || other.header === `${upper}未`);
}

function decimal(fen: bigint, unit: MoneyUnit): string {
  const exact = toDecimalText(rational(fen, fenPer(unit)), 12);
  return exact.includes('.') ? exact.replace(/\.?0+$/, '') : exact;
}

function isKept({ grid }: Table, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  const shared = merge && (merge.fromRow !== merge.toRow || merge.fromColumn !== column);
  return shared === true || grid.at(row, column)?.formula !== undefined;
}

function holdsNumbers({ grid }: Table, row: number, columns: readonly Column[]): boolean {
  return columns.some(({ number }) => {
    const cell = grid.at(row, number);
    return isFilled(cell) && cell.kind === 'number' && cell.formula === undefined;
  });
}
