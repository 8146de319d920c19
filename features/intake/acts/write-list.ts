import type { City } from '#access';
import { applyPlanImport, everyMonth, keepRollups, type Plan } from '#engines/indicators';
import { applyListImport, type ListImportId, type ListImportResult } from '#engines/registry';
import { monthOfYear } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import type { ListRecord } from '../domain/list-record.ts';
import { type RowResult, rowRef } from '../domain/result.ts';
import type { ImportRequest, WriteOptions } from '../import-request.ts';
import { tellIndicators } from './tell-indicators.ts';

export type ListWritten = ListImportResult & { readonly plansRevised: number };

type Standing = { readonly projectId: string; readonly record: ListRecord };

type AcceptedRow = RowResult<ListRecord> & { readonly record: ListRecord };

/**
 * Writes the accepted rows of a yearly list: the projects into the library, then what indicators must know of them
 * (what they owe, the groups they count in, their plans), all in the transaction of the city.
 */
export async function writeList(
  city: City,
  request: ImportRequest & { readonly importId: string },
  rows: readonly RowResult<ListRecord>[],
  options: WriteOptions,
): Promise<ListWritten> {
  const accepted = rows.filter((row): row is AcceptedRow => row.status === 'accepted' && row.record !== null);
  ensure(accepted.length > 0, 'import.nothing_accepted');
  const { year, importId, fileName } = request;
  const listed = await applyListImport(city, {
    importId: importId as ListImportId,
    year,
    source: { fileName, receivedOn: request.receivedOn },
    rows: accepted.map((row) => ({
      ref: rowRef(row.sheet, row.row),
      record: { ...row.record, stage: stageOf(row.record) },
    })),
  });
  const outcomes = new Map(listed.rows.map((row) => [row.ref, row]));
  const standing = accepted.flatMap((row): Standing[] => {
    const outcome = outcomes.get(rowRef(row.sheet, row.row));
    return outcome && outcome.outcome !== 'duplicate'
      ? [{ projectId: outcome.projectId, record: row.record }]
      : [];
  });
  const projectIds = new Set(standing.map(({ projectId }) => projectId));
  // Duties, groups and plans each move the sums: they are carried over once, after all of them.
  const window = { first: monthOfYear(year, 1), last: everyMonth.last };
  const plans = await keepRollups(city, [...projectIds], window, async () => {
    await tellIndicators(city, { year, fromOn: listed.effectiveOn, projectIds });
    return applyPlanImport(city, {
      importId,
      source: fileName,
      reason: options.reason,
      approver: options.approver,
      plans: standing.flatMap(({ projectId, record }) => planOf(projectId, year, record) ?? []),
    });
  });
  return { ...listed, written: listed.written || plans.versions.length > 0, plansRevised: plans.revisions };
}

/** A list that does not say counts its projects as in preparation: they then owe nothing until someone says otherwise. */
function stageOf(record: ListRecord): '在建' | '新开工' | '前期' {
  return record.stage === '在建' || record.stage === '新开工' ? record.stage : '前期';
}

/** The year's plan; none where the list neither states months nor a sum. */
function planOf(subjectId: string, year: number, record: ListRecord): Plan | undefined {
  const months = record.monthPlanFen;
  if (months === null && record.planYearFen === null) return undefined;
  const monthsFen = (months ?? Array<null>(12).fill(null)).map((fen) => (fen === null ? null : BigInt(fen)));
  return {
    subjectId,
    year,
    monthsFen,
    totalFen: record.planYearFen === null ? null : BigInt(record.planYearFen),
  };
}
