import type { MoneyUnit } from '#kernel/money';
import type { Column } from './column.ts';
import type { Grid } from './grid.ts';
import type { SkipWhy } from './row-kind.ts';
import type { Section } from './section.ts';
import type { SheetContext } from './sheet-context.ts';

/** A row of a table, with the sections it stands in, the outermost first. */
export type TableRow = {
  readonly row: number;
  readonly kind: 'data' | SkipWhy;
  readonly label: string;
  readonly sections: readonly Section[];
  /** For a section row: what it says. */
  readonly section?: Section;
};

export type Table = {
  readonly grid: Grid;
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  readonly context: SheetContext;
  readonly unit: MoneyUnit;
  readonly rows: readonly TableRow[];
  /** The lines above it. */
  readonly titles: readonly string[];
  /** The unit was stated nowhere. */
  readonly unitAssumed: boolean;
};
