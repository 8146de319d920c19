import type { ReportingRow } from '../../contract.ts';

/** What one may do with a row of the review. */
export type ReviewActs = {
  readonly toggle: (row: ReportingRow) => void;
  readonly forward: (row: ReportingRow) => void;
  readonly sendBack: (row: ReportingRow) => void;
  readonly verify: (row: ReportingRow) => void;
  readonly history: (row: ReportingRow) => void;
};
