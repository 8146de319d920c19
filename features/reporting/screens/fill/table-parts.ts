import type { ReportingRow, StepDue } from '../../contract.ts';
import type { Setting } from '../grid/read-fact.ts';

/** What every row needs and none changes. */
export type TableParts = {
  readonly setting: Setting;
  readonly steps: readonly StepDue[];
  readonly decide: (rowId: string, whose: 'mine' | 'theirs') => void;
  readonly ask: (row: ReportingRow) => void;
};
