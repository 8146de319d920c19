import { memo, type PointerEvent } from 'react';
import type { ReportingRow } from '../../contract.ts';
import { cursorAt } from '../grid/cursor.ts';
import { factKinds } from '../grid/fact.ts';
import type { BookState } from '../queue/book.ts';
import type { Entry } from '../queue/entry.ts';
import { ActiveCell } from './active-cell.tsx';
import { cellText } from './cell-text.ts';
import { gridColumns, gridWidth, stateColumn } from './columns.ts';
import { RowNotes } from './row-notes.tsx';
import { StateCell } from './state-cell.tsx';
import type { TableParts } from './table-parts.ts';
import { Totals } from './totals.tsx';
import type { Remarks } from './use-book.ts';
import type { Grid } from './use-grid.ts';

type TableProps = {
  readonly label: string;
  readonly rows: readonly ReportingRow[];
  readonly state: BookState;
  readonly remarks: Remarks;
  readonly grid: Grid;
  readonly parts: TableParts;
};

/** One row per project; head and names stay in view. */
export function FillTable({ label, rows, state, remarks, grid, parts }: TableProps) {
  const { unit } = parts.setting;
  const { cursor, block } = grid;
  const choose = (event: PointerEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-at]');
    const [row, column] = (cell?.dataset['at'] ?? '').split(' ').map(Number);
    if (row === undefined || column === undefined || Number.isNaN(row)) return;
    const draws = event.type === 'pointerover' && event.buttons === 1;
    if (event.type === 'pointerover' && !draws) return;
    const at = { row, column };
    const isHere = row === cursor.at.row && column === cursor.at.column;
    if (draws || event.shiftKey) grid.go({ at, anchor: cursor.anchor, tabFrom: undefined });
    else if (!isHere) grid.go(cursorAt(at));
  };
  return (
    <div className="grid-scroll">
      <table
        className="grid fill-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one moves in it by arrow keys -- the grid pattern
        role="grid"
        aria-label={label}
        style={{ width: gridWidth }}
        aria-rowcount={rows.length + 2}
        onPointerDown={choose}
        onPointerOver={choose}
        onDoubleClick={() => grid.open()}
      >
        <colgroup>
          {gridColumns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {gridColumns.map(({ key, title, isMoney }) => (
              <th key={key} scope="col" className={isMoney ? 'number' : undefined}>
                {isMoney ? (
                  <>
                    {title}
                    <small>（{unit}）</small>
                  </>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const isHere = at === cursor.at.row;
            const isChosen = at >= block.top && at <= block.bottom;
            return (
              <FillRow
                key={row.projectId}
                row={row}
                at={at}
                entry={state.entries.get(row.projectId)}
                remark={remarks.get(row.projectId)}
                left={isChosen ? block.left : undefined}
                right={isChosen ? block.right : undefined}
                here={isHere ? cursor.at.column : undefined}
                grid={isHere ? grid : undefined}
                parts={parts}
              />
            );
          })}
        </tbody>
        <Totals rows={rows} state={state} unit={unit} />
      </table>
    </div>
  );
}

type RowProps = {
  readonly row: ReportingRow;
  readonly at: number;
  readonly entry: Entry | undefined;
  readonly remark: Parameters<typeof RowNotes>[0]['remark'];
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** The chosen column, in the chosen row only. */
  readonly here: number | undefined;
  readonly grid: Grid | undefined;
  readonly parts: TableParts;
};

const FillRow = memo(function FillRow(props: RowProps) {
  const { row, at, entry, remark, left, right, here, grid, parts } = props;
  const isOpen = row.acts.includes('fill');
  const noteId = `note-${row.projectId}`;
  return (
    <>
      <tr className={isOpen ? undefined : 'grid-closed'}>
        {gridColumns.map((column, number) => {
          const { key, fact, isMoney, isName, title } = column;
          const text = cellText(row, entry, number, parts);
          const isChosen = left !== undefined && right !== undefined && number >= left && number <= right;
          const isHere = number === here && grid !== undefined;
          const Cell = isName ? 'th' : 'td';
          const classes = [
            isMoney ? 'number' : '',
            fact && isOpen ? 'grid-typed' : '',
            fact && entry?.unread[fact] ? 'grid-wrong' : '',
            isChosen ? 'grid-chosen' : '',
            isHere ? 'grid-here' : '',
          ];
          const content =
            number === stateColumn ? (
              <StateCell row={row} entry={entry} steps={parts.steps} ask={parts.ask} />
            ) : (
              <span className="grid-text" title={text.length > 14 ? text : undefined}>
                {text}
              </span>
            );
          return (
            <Cell
              key={key}
              scope={isName ? 'row' : undefined}
              role={isName ? 'rowheader' : 'gridcell'}
              aria-selected={isChosen}
              aria-invalid={fact && entry?.unread[fact] ? true : undefined}
              data-at={`${at} ${number}`}
              className={classes.join(' ').trim() || undefined}
            >
              {isHere ? (
                <ActiveCell
                  label={`${row.name} ${title}`}
                  text={text}
                  typing={grid.typing}
                  isWords={fact !== undefined && factKinds[fact] === 'words'}
                  isNumber={isMoney ?? false}
                  isOpen={fact !== undefined && grid.isOpen(row)}
                  describedBy={noteId}
                  grid={grid}
                />
              ) : null}
              {content}
            </Cell>
          );
        })}
      </tr>
      <RowNotes id={noteId} row={row} entry={entry} remark={remark} parts={parts} />
    </>
  );
});
