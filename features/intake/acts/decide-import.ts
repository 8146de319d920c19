import { audit, type City, ensureMay } from '#access';
import { standingReports, undoImport as undoFigures } from '#engines/indicators';
import { type ListImportId, type ProjectId, undoImport as undoList } from '#engines/registry';
import { firstDayOf, monthOfYear } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import type { Mapping } from '../domain/column.ts';
import type { WriteOptions } from '../import-request.ts';
import type { ImportOutcome } from '../outcome.ts';
import { rememberMapping } from '../store/import-mapping.ts';
import {
  changeImportRun,
  findImportRun,
  type ImportId,
  type ImportRun,
  lockImportRun,
} from '../store/import-run.ts';
import { type ImportPreview, previewOfRun, readAgain } from './import-view.ts';
import { previewOf } from './preview-import.ts';
import { writeTaken } from './take-workbook.ts';
import { forgetInIndicators, tellIndicators } from './tell-indicators.ts';

const stateNames = { read: '待确认', written: '写入', undone: '撤销', discarded: '放弃' } as const;

async function lockWaiting(city: City, importId: ImportId): Promise<ImportRun> {
  const run = (await lockImportRun(city.tx, importId)) ?? refuse('import.not_found');
  ensure(run.status === 'read', 'import.not_waiting', { state: stateNames[run.status] });
  return run;
}

/** A person confirmed: the workbook is read once more as things stand now, and written. */
export async function confirmImport(
  city: City,
  importId: ImportId,
  options: WriteOptions,
): Promise<ImportOutcome> {
  ensureMay(city, 'import.write');
  const run = await lockWaiting(city, importId);
  ensure(run.batchId === null, 'import.in_batch');
  const reading = await readAgain(city, run, { acceptSimilar: options.acceptSimilar });
  return writeTaken(city, { importId, request: run, reading }, options);
}

/** A person corrected which column is what; remembered for the sender's next workbook. */
export async function correctMapping(
  city: City,
  importId: ImportId,
  corrected: Mapping,
): Promise<ImportPreview> {
  ensureMay(city, 'import.take');
  const run = await lockWaiting(city, importId);
  const mapping = added(run.mapping, corrected);
  const reading = await readAgain(city, run, { mapping });
  const { accepted, rejected, findings } = previewOf(city, run, reading);
  await changeImportRun(city.tx, importId, { status: 'read', mapping, accepted, rejected, findings });
  if (run.sender) {
    await rememberMapping(city.tx, {
      sender: run.sender,
      kind: run.kind,
      mapping,
      actorId: city.actor.accountId,
    });
  }
  const changed = (await findImportRun(city.tx, importId)) ?? refuse('import.not_found');
  return previewOfRun(city, changed, reading);
}

/** What was corrected before stays, unless the same header is corrected again. */
function added(earlier: Mapping | null, corrected: Mapping): Mapping {
  const again = new Set(corrected.columns.map(({ header }) => header));
  const kept = earlier?.columns.filter(({ header }) => !again.has(header)) ?? [];
  return { ...earlier, ...corrected, columns: [...kept, ...corrected.columns] };
}

export async function discardImport(city: City, importId: ImportId): Promise<void> {
  ensureMay(city, 'import.take');
  const run = await lockWaiting(city, importId);
  ensure(run.batchId === null, 'import.in_batch');
  await changeImportRun(city.tx, importId, { status: 'discarded' });
}

/** Takes a whole import back by compensating facts; refused where later facts rest on it. */
export async function undoImport(city: City, importId: ImportId, reason: string): Promise<void> {
  ensureMay(city, 'import.undo');
  const run = await findImportRun(city.tx, importId);
  ensure(!run?.batchId, 'import.in_batch');
  await undoWritten(city, importId, reason);
}

/** The same for one import of many that are taken back together. */
export async function undoWritten(city: City, importId: ImportId, reason: string): Promise<void> {
  ensure(reason.trim() !== '', 'import.reason_missing');
  const run = (await lockImportRun(city.tx, importId)) ?? refuse('import.not_found');
  ensure(run.status === 'written', 'import.not_written');
  const figures = await undoFigures(city, importId, reason);
  if (run.kind === 'projects' && run.written > 0) await undoListed(city, run, reason);
  await changeImportRun(city.tx, importId, { status: 'undone', at: city.now, by: city.actor.name, reason });
  await audit(city, {
    action: 'import.undo',
    object: 'import',
    objectId: importId,
    details: { reason, ...figures },
  });
}

/** Refused while reports of other workbooks rest on projects this one entered. */
async function undoListed(city: City, run: ImportRun, reason: string): Promise<void> {
  const { year } = run;
  const undone = await undoList(city, {
    importId: run.importId as string as ListImportId,
    reason,
    dependents: async ({ entered }) => {
      if (entered.length === 0) return [];
      const span = { first: monthOfYear(year, 1), last: monthOfYear(year, 12), subjectIds: entered };
      const reports = await standingReports(city, span);
      return reports.map(({ subjectId, month }) => ({
        projectId: subjectId as ProjectId,
        what: `${month} 月报`,
      }));
    },
  });
  const fromOn = firstDayOf(monthOfYear(year, 1));
  const idsOf = (projects: readonly { readonly projectId: string }[]) =>
    new Set(projects.map(({ projectId }) => projectId));
  await forgetInIndicators(
    city,
    { year, fromOn, projectIds: idsOf(undone.withdrawn) },
    `导入已撤销：${reason}`,
  );
  await tellIndicators(city, { year, fromOn, projectIds: idsOf(undone.restored) });
}
