import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { readPasted, stepFor } from './read-pasted.ts';

export type GridColumn = { readonly key: string; readonly title: string; readonly text?: boolean };
type GridRow = { readonly key: string; readonly name: string; readonly head: ReactNode };
export type CellChange = { readonly row: string; readonly column: string; readonly value: string };

type CellGridProps = {
  readonly label: string;
  readonly headTitle: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly cellText: (row: string, column: string) => string;
  readonly wrong: (row: string, column: string) => boolean;
  readonly change: (changes: readonly CellChange[]) => void;
  readonly disabled?: boolean;
  /** Further cells of a row that are only read. */
  readonly tail?: readonly { readonly title: string; readonly render: (row: string) => ReactNode }[];
};

/** A table to type in: arrows and Enter move, a block from a spreadsheet is pasted from the cell on. */
export function CellGrid(props: CellGridProps) {
  const { label, headTitle, columns, rows, cellText, wrong, change, disabled = false, tail = [] } = props;
  const box = useRef<HTMLTableSectionElement>(null);
  const go = (row: number, column: number) => {
    const cell = box.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`);
    cell?.focus();
    cell?.select();
    return cell !== null && cell !== undefined;
  };
  const press = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
    const whole = start === 0 && end === value.length;
    const step = stepFor(event.key, whole || end === 0, whole || start === value.length);
    if (step && go(row + step[0], column + step[1])) event.preventDefault();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const pasted = readPasted(event.clipboardData.getData('text'));
    if (pasted.length === 1 && pasted[0]?.length === 1) return;
    event.preventDefault();
    change(
      pasted.flatMap((cells, down) =>
        cells.flatMap((value, right): CellChange[] => {
          const [to, at] = [rows[row + down], columns[column + right]];
          return to && at ? [{ row: to.key, column: at.key, value }] : [];
        }),
      ),
    );
  };
  return (
    <section className="cell-grid" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{headTitle}</th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
            {tail.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={box}>
          {rows.map((row, down) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {columns.map((column, right) => (
                <td key={column.key} data-title={column.title}>
                  <input
                    data-cell={`${down}:${right}`}
                    className={column.text ? 'cell-text' : 'cell-number'}
                    inputMode={column.text ? 'text' : 'decimal'}
                    aria-label={`${row.name} ${column.title}`}
                    aria-invalid={wrong(row.key, column.key) || undefined}
                    disabled={disabled}
                    value={cellText(row.key, column.key)}
                    onChange={(event) =>
                      change([{ row: row.key, column: column.key, value: event.target.value }])
                    }
                    onKeyDown={(event) => press(event, down, right)}
                    onPaste={(event) => paste(event, down, right)}
                  />
                </td>
              ))}
              {tail.map(({ title, render }) => (
                <td key={title} className="number" data-title={title}>
                  {render(row.key)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
