import { Button } from 'antd';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useNarrow } from '#ui';
import type { IndicatorView, TargetRow } from '../contract.ts';
import { texts } from '../texts.ts';
import { type ColumnId, cellKey, columnsOf, type Draft, mayType, textIn, unitOf, valueIn } from './draft.ts';
import { readWhole, Whole } from './whole.tsx';

type Props = {
  readonly indicator: IndicatorView;
  readonly rows: readonly TargetRow[];
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
};

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
};

/** Cells to type in: arrow keys and Enter go from cell to cell, a block from a spreadsheet is pasted as one. */
export function TargetGrid({ indicator, rows, draft, change }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const columns = columnsOf(indicator);
  const narrow = useNarrow();
  const [opened, open] = useState<readonly string[]>([]);
  /** On a phone the months of a party unfold on demand. */
  const isFolded = (row: TargetRow, column: ColumnId) =>
    narrow && typeof column === 'number' && !opened.includes(row.party);

  function focus(row: number, column: number): boolean {
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`);
    cell?.focus();
    cell?.select();
    return cell !== null && cell !== undefined;
  }

  function move(event: KeyboardEvent<HTMLInputElement>, row: number, column: number) {
    const { selectionStart, value } = event.currentTarget;
    const edge =
      (event.key === 'ArrowLeft' && selectionStart === 0) ||
      (event.key === 'ArrowRight' && selectionStart === value.length);
    const [down, right] = steps[event.key] ?? (edge ? [0, event.key === 'ArrowLeft' ? -1 : 1] : [0, 0]);
    if (down === 0 && right === 0) return;
    event.preventDefault();
    for (
      let [r, c] = [row + down, column + right];
      r >= 0 && r < rows.length && c >= 0 && c < columns.length;
      r += down, c += right
    ) {
      if (focus(r, c)) return;
    }
  }

  function paste(event: ClipboardEvent, row: number, column: number) {
    const block = event.clipboardData
      .getData('text')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    const next: Record<string, string> = { ...draft };
    for (const [down, line] of block.entries()) {
      for (const [right, text] of line.entries()) {
        const [at, to] = [rows[row + down], columns[column + right]];
        if (at && to !== undefined && mayType(at, to)) next[cellKey(at, to)] = text.trim();
      }
    }
    change(next);
  }

  return (
    <div className="scroll">
      <table ref={table} className="target-grid" aria-label={`${indicator.name}${texts.breakDown}`}>
        <thead>
          <tr>
            <th scope="col">
              {texts.party}（{indicator.unit}）
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {titleOf(column)}
              </th>
            ))}
            <th scope="col">{indicator.kind === 'growth' ? texts.december : texts.sumOfMonths}</th>
            <th scope="col">{texts.gap}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={`${row.kind} ${row.party}`}>
              <th scope="row">
                {row.name}
                {narrow && !opened.includes(row.party) ? (
                  <Button type="link" onClick={() => open([...opened, row.party])}>
                    {texts.unfold}
                  </Button>
                ) : null}
              </th>
              {columns.map((column, c) =>
                isFolded(row, column) ? null : (
                  <Cell key={column} column={column} changed={draft[cellKey(row, column)] !== undefined}>
                    {mayType(row, column) ? (
                      <input
                        data-cell={`${r} ${c}`}
                        inputMode="decimal"
                        autoComplete="off"
                        aria-label={`${row.name} ${titleOf(column)}`}
                        aria-invalid={
                          readWhole(unitOf(indicator, column), textIn(indicator, row, column, draft)) ===
                          undefined
                        }
                        value={textIn(indicator, row, column, draft)}
                        onChange={(event) => change({ ...draft, [cellKey(row, column)]: event.target.value })}
                        onKeyDown={(event) => move(event, r, c)}
                        onPaste={(event) => paste(event, r, c)}
                      />
                    ) : (
                      textIn(indicator, row, column, draft) || '—'
                    )}
                  </Cell>
                ),
              )}
              <MonthSums indicator={indicator} row={row} draft={draft} />
            </tr>
          ))}
          {indicator.kind === 'growth' ? null : (
            <Sums
              indicator={indicator}
              rows={rows}
              draft={draft}
              columns={narrow ? columns.filter((one) => one === 'year') : columns}
            />
          )}
        </tbody>
      </table>
    </div>
  );
}

function titleOf(column: ColumnId): string {
  if (column === 'base') return texts.baseUnit;
  return column === 'year' ? texts.yearTarget : `${column}月`;
}

type CellProps = {
  readonly column: ColumnId;
  readonly changed?: boolean;
  readonly off?: boolean;
  readonly children: React.ReactNode;
};

function Cell({ column, changed, off, children }: CellProps) {
  return (
    <td data-title={titleOf(column)} className={off ? 'target-off' : changed ? 'target-changed' : undefined}>
      {children}
    </td>
  );
}

type RowProps = { readonly indicator: IndicatorView; readonly row: TargetRow; readonly draft: Draft };

function MonthSums({ indicator, row, draft }: RowProps) {
  const each = Array.from({ length: 12 }, (_, at) => valueIn(indicator, row, at + 1, draft) ?? null);
  const blank = each.every((one) => one === null);
  const growth = indicator.kind === 'growth';
  const sum = blank ? null : growth ? BigInt(each[11] ?? '0') : sumOf(each);
  const value = valueIn(indicator, row, 'year', draft) ?? null;
  const gap = sum === null || value === null ? null : BigInt(value) - sum;
  return (
    <>
      <td data-title={growth ? texts.december : texts.sumOfMonths}>
        <Whole unit={indicator} value={sum === null ? null : `${sum}`} />
      </td>
      <td data-title={texts.gap} className={gap ? 'target-off' : undefined}>
        <Whole unit={indicator} value={gap === null ? null : `${gap}`} />
      </td>
    </>
  );
}

type SumsProps = Omit<Props, 'change'> & { readonly columns: readonly ColumnId[] };

/** As it is typed: what the districts make together, and what is missing to the city. */
function Sums({ indicator, rows, draft, columns }: SumsProps) {
  const districts = rows.filter((row) => row.kind === 'district');
  const city = rows.find((row) => row.kind === 'city');
  const sums = columns.map((column) => ({
    column,
    sum: sumOf(districts.map((row) => valueIn(indicator, row, column, draft) ?? null)),
    whole: city ? (valueIn(indicator, city, column, draft) ?? null) : null,
  }));
  return (
    <>
      <tr className="target-sums">
        <th scope="row">{texts.sumRow}</th>
        {sums.map(({ column, sum }) => (
          <Cell key={column} column={column}>
            <Whole unit={indicator} value={`${sum}`} />
          </Cell>
        ))}
        <td data-title="" />
        <td data-title="" />
      </tr>
      <tr className="target-sums">
        <th scope="row">{texts.differenceRow}</th>
        {sums.map(({ column, sum, whole }) => (
          <Cell key={column} column={column} off={whole !== null && BigInt(whole) !== sum}>
            <Whole unit={indicator} value={whole === null ? null : `${BigInt(whole) - sum}`} />
          </Cell>
        ))}
        <td data-title="" />
        <td data-title="" />
      </tr>
    </>
  );
}

function sumOf(values: readonly (string | null)[]): bigint {
  return values.reduce((total, one) => total + BigInt(one ?? '0'), 0n);
}
