import { type City, ensureNotSecret } from '#access';
import { done, ensureVersion, implement, pageWindow } from '#http';
import { confirmImport, correctMapping, discardImport, undoImport } from './acts/decide-import.ts';
import { getImportRun, listImports, markedCopy, previewOfRun, viewImport } from './acts/import-view.ts';
import { takeWorkbook } from './acts/take-workbook.ts';
import * as contract from './contract.ts';
import './permissions.ts';
import { returnsRoutes } from './returns-routes.ts';
import type { ImportId } from './store/import-run.ts';
import { templatesRoutes } from './templates-routes.ts';

/** Whoever decides must have seen the import as it stands. */
async function ensureSeen(city: City, importId: ImportId, version: number): Promise<void> {
  const run = await getImportRun(city, importId);
  ensureVersion(run.version, version, { current: { status: run.status, actorName: run.actorName } });
}

export const intakeRoutes = [
  implement(contract.takeWorkbook, async ({ file, kind, year, month, receivedOn, sender }, city) => {
    ensureNotSecret({ name: file.name });
    const taken = await takeWorkbook(
      city,
      {
        kind,
        year,
        month: month ?? null,
        receivedOn: receivedOn ?? city.today,
        sender: sender?.trim() || null,
      },
      file,
    );
    return previewOfRun(city, await getImportRun(city, taken.importId), taken.reading);
  }),
  implement(contract.listImports, async (input, city) => {
    const { page, pageSize, limit, offset } = pageWindow(input);
    return { ...(await listImports(city, { limit, offset })), page, pageSize };
  }),
  implement(contract.viewImport, ({ importId }, city) => viewImport(city, importId)),
  implement(contract.correctMapping, async ({ importId, version, columns, unit }, city) => {
    await ensureSeen(city, importId, version);
    return correctMapping(city, importId, { columns, ...(unit ? { unit } : {}) });
  }),
  implement(
    contract.confirmImport,
    async ({ importId, version, acceptGood, acceptSimilar, reason, approver }, city) => {
      await ensureSeen(city, importId, version);
      return confirmImport(city, importId, {
        acceptGood,
        acceptSimilar,
        reason: reason?.trim() || null,
        approver: approver?.trim() || null,
      });
    },
  ),
  implement(contract.discardImport, async ({ importId, version }, city) => {
    await ensureSeen(city, importId, version);
    await discardImport(city, importId);
    return done;
  }),
  implement(contract.undoImport, async ({ importId, version, reason }, city) => {
    await ensureSeen(city, importId, version);
    await undoImport(city, importId, reason);
    return done;
  }),
  implement(contract.markedCopy, ({ importId }, city) => markedCopy(city, importId)),
  ...returnsRoutes,
  ...templatesRoutes,
];
