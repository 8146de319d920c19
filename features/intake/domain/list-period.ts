import { isReversed, readPeriod } from './read-period.ts';
import { dateOfField, type RowCells } from './row-cells.ts';

/** When a project is built: one column with both dates, or a column for each. */
export function listPeriod(cells: RowCells, year: number): { start: string | null; end: string | null } {
  if (cells.column('period')) {
    const read = readPeriod(cells.cell('period'), { year, empty: cells.dictionary.emptyMarks });
    for (const problem of read.problems)
      if (problem !== 'cell-error') cells.report(problem, 'period', read.end ?? read.start ?? '');
    return { start: read.start, end: read.end };
  }
  const start = dateOfField(cells, 'periodStart', year);
  const end = dateOfField(cells, 'periodEnd', year);
  if (isReversed(start, end)) cells.report('period-reversed', 'periodStart');
  return { start, end };
}
