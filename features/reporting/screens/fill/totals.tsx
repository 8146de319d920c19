import { formatMoney } from '#kernel/money';
import type { ReportingRow } from '../../contract.ts';
import type { BookState } from '../queue/book.ts';
import { factsOf } from '../queue/entry.ts';
import { texts } from '../texts.ts';
import { type GridColumn, gridColumns } from './columns.ts';

type TotalsProps = {
  readonly rows: readonly ReportingRow[];
  readonly state: BookState;
  readonly unit: '万元' | '亿元';
};

/** Sums of the rows that are shown; a column without any figure has none. */
export function Totals({ rows, state, unit }: TotalsProps) {
  return (
    <tfoot>
      <tr>
        {gridColumns.map((column) => {
          if (column.isName)
            return (
              <th key={column.key} scope="row">
                {texts.total(rows.length)}
              </th>
            );
          const sum = column.isMoney ? sumOf(column, rows, state) : undefined;
          return (
            <td key={column.key} className={column.isMoney ? 'number' : undefined}>
              {sum === undefined ? null : formatMoney(sum, unit)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function sumOf(
  { shown, fact }: GridColumn,
  rows: readonly ReportingRow[],
  state: BookState,
): bigint | undefined {
  let sum: bigint | undefined;
  for (const row of rows) {
    const entry = state.entries.get(row.projectId);
    const value = shown ? row[shown] : fact && entry ? factsOf(entry)[fact] : null;
    if (typeof value === 'string') sum = (sum ?? 0n) + BigInt(value);
  }
  return sum;
}
