import { type Fill, type FillValue, fillWorkbook, readWorkbook } from '#sheets';

/** What an office types into one row of an issued workbook, by the header without its unit. */
export type Typed = Readonly<Record<string, FillValue>>;

export const amount = (wan: number): FillValue => ({ kind: 'number', literal: String(wan) });
export const words = (text: string): FillValue => ({ kind: 'text', text });
export const day = (date: `${number}-${number}-${number}`): FillValue => ({ kind: 'date', day: date });

const headerRow = 3;
const numberColumn = 2;

/** Types into the rows of an issued workbook and saves it, with all it bears, as spreadsheets do. */
export async function fillIn(
  issued: Uint8Array,
  typed: (number: string, at: number) => Typed | undefined,
): Promise<Buffer> {
  const options = { name: '填报表.xlsx' };
  const [sheet] = (await readWorkbook(issued, options)).sheets;
  if (!sheet) throw new Error('an issued workbook has a sheet');
  const columns = new Map(
    [...(sheet.rows.get(headerRow)?.cells.values() ?? [])].map((cell) => [
      cell.text.replace(/（.*）$/, ''),
      cell.column,
    ]),
  );
  const fills: Fill[] = [];
  for (let row = headerRow + 1; row <= sheet.lastRow; row++) {
    const number = sheet.rows.get(row)?.cells.get(numberColumn)?.text ?? '';
    for (const [header, value] of Object.entries(typed(number, row - headerRow - 1) ?? {})) {
      const column = columns.get(header);
      if (column === undefined) throw new Error(`no column ${header}`);
      fills.push({ sheet: sheet.name, row, column, value });
    }
  }
  return (await fillWorkbook(issued, fills, options)).bytes;
}
