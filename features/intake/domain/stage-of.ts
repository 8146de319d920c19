import { readStage } from './read-words.ts';
import { plainText, type RowCells } from './row-cells.ts';
import { spelling } from './spelling.ts';
import type { Table } from './table.ts';

const carriedOn = new WeakMap<Table, boolean>();

/** The row's own stage, or its section's, or that of tab and title, or what 续建 and 新建 as its nature say. */
export function stageOf(cells: RowCells): string | null {
  const { tableRow, table } = cells;
  const section = [...tableRow.sections].reverse().find((s) => s.stage)?.stage;
  return stageIn(cells, 'stage') ?? section ?? table.context.stage ?? stageIn(cells, 'nature') ?? null;
}

/** Beside 续建 in the same column 新建 means newly started; alone it says only that nothing stood there before. */
function stageIn(cells: RowCells, field: 'stage' | 'nature'): string | undefined {
  const written = cells.text(field);
  if (written === null) return undefined;
  const isNew = spelling(written).startsWith('新建') && (field === 'stage' || hasCarriedOn(cells));
  return readStage(written, cells.dictionary) ?? (isNew ? '新开工' : undefined);
}

function hasCarriedOn({ table, column, dictionary }: RowCells): boolean {
  const known = carriedOn.get(table);
  if (known !== undefined) return known;
  const nature = column('nature')?.number ?? 0;
  const found = table.rows.some(
    (r) =>
      r.kind === 'data' && /^(?:续建|结转)/.test(plainText(table.grid.at(r.row, nature), dictionary) ?? ''),
  );
  carriedOn.set(table, found);
  return found;
}
