import ExcelJS from 'exceljs';
import { csvOf } from './csv-export.ts';
import type { Draft } from './draft.ts';
import { layOut, type Placed, type SheetPlan } from './layout.ts';

/** What must be read from a workbook. */
export type ExpectedRow = {
  readonly sheet: string;
  readonly row: number;
  readonly status: 'accepted' | 'rejected';
  readonly key: string | null;
  readonly duplicateOf?: string;
  readonly record: unknown;
};

export type Expected = {
  readonly rows: ExpectedRow[];
  readonly findings: string[];
  readonly skip: { readonly sheet: string; readonly row: number; readonly why: string }[];
};

export type ForeignBook = { readonly name: string; readonly bytes: Buffer; readonly expected: Expected };

/** What a row must become, once it is known where it stands. */
export type Outcome = Omit<ExpectedRow, 'sheet' | 'row'>;

/** Writes the sheets, with whatever an office leaves beside them, and gathers what must be read. */
export async function writeBook(
  name: string,
  plans: readonly SheetPlan[],
  outcomes: ReadonlyMap<Draft, Outcome>,
  beside: {
    readonly instructions?: readonly string[];
    readonly emptySheet?: boolean;
    /** As one CSV file instead, named like its only sheet. */
    readonly csv?: boolean;
  },
): Promise<ForeignBook> {
  const book = new ExcelJS.Workbook();
  const expected: Expected = { rows: [], findings: [], skip: [] };
  if (beside.instructions) {
    const sheet = book.addWorksheet('填报说明');
    beside.instructions.forEach((line, i) => {
      sheet.getCell(i + 1, 1).value = line;
    });
  }
  for (const plan of plans) gather(expected, plan, layOut(book, plan), outcomes);
  const [only] = book.worksheets;
  if (beside.csv && only) {
    const rows = [...expected.rows, ...expected.skip].map(({ row }) => row);
    return { name: `${only.name}.csv`, bytes: csvOf(only, Math.max(...rows)), expected };
  }
  if (beside.emptySheet) book.addWorksheet('Sheet2');
  return { name, bytes: Buffer.from(await book.xlsx.writeBuffer()), expected };
}

function gather(
  expected: Expected,
  plan: SheetPlan,
  placed: Placed,
  outcomes: ReadonlyMap<Draft, Outcome>,
): void {
  for (const [draft, row] of placed.rows) {
    const outcome = outcomes.get(draft);
    if (outcome) expected.rows.push({ sheet: plan.name, row, ...outcome });
  }
  expected.findings.push(...placed.findings);
  expected.skip.push(...placed.skip.map((one) => ({ sheet: plan.name, ...one })));
}
