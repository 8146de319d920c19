import { newId } from '#kernel/id';
import { type AfterLock, type NewReport, noFacts } from '../domain/report.ts';
import type { NewReportRow } from '../store/report-rows.ts';

/** What the reports of one act have in common. */
export type Occasion = {
  readonly importId: string | null;
  readonly source?: string | null;
  readonly correctionReason?: string | null;
  readonly afterLock?: AfterLock | null;
};

/** A report as it is kept, the first of its month until it is numbered. */
export function reportRow(report: NewReport, of: Occasion): NewReportRow {
  const { standing = 'reported', source = of.source ?? null, sourceRow = null } = report;
  const { importId, afterLock = null } = of;
  const facts = { ...noFacts, ...report, standing, source, sourceRow };
  return {
    ...facts,
    ...{ reportId: newId<'report'>(), number: 1, withdrawn: false, importId },
    correctionReason: of.correctionReason ?? afterLock?.reason ?? null,
    afterLock: afterLock?.kind ?? null,
    approver: afterLock?.approver ?? null,
  };
}
