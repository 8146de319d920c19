import type { MoneyUnit } from '#kernel/money';
import type { Dictionary } from './dictionary.ts';
import type { ColumnSetting } from './propose-columns.ts';

/** With what a sheet is read. */
export type ReadSetting = ColumnSetting & {
  readonly dictionary: Dictionary;
  /** The unit an instruction sheet states for this tab. */
  readonly unitElsewhere?: MoneyUnit;
  /** An instruction sheet says that this tab's month plans count from January. */
  readonly cumulativeElsewhere?: boolean;
};
