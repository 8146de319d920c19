import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import { type AspectChange, creationOf } from '../domain/aspect.ts';
import { type ProjectWrite, pick, type WriteContext } from './project-write.ts';
import { insertRows, madeFrom } from './rows.ts';
import { insertProjects, writeCards, writeDistricts } from './write-card.ts';
import { writeCodes } from './write-code.ts';
import { writeDetails, writeEntries } from './write-detail.ts';
import { insertContacts, writeHolders } from './write-holders.ts';
import { writeMemberships } from './write-memberships.ts';
import { writeStages } from './write-stage.ts';

/**
 * Stores the changes of many projects with a handful of statements, adds each to the log of changes, and keeps the
 * scope. New projects get their scope before what lies under it is written; the others keep the old one until the
 * end, so that an office that hands a project over can still write what it says.
 */
export async function writeAspects(
  tx: Tx,
  writes: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  const touched = writes.filter((write) => write.isNew || write.changes.length > 0);
  if (touched.length === 0) return;
  const created = touched.filter((write) => write.isNew);
  await insertProjects(tx, created, context);
  await writeCards(
    tx,
    touched.filter((write) => !write.isNew),
    context,
  );
  await writeDistricts(tx, touched);
  const contacts = await writeHolders(tx, pick(touched, 'responsibility:'), context);
  await refreshScope(tx, created);
  await insertContacts(tx, contacts);
  await writeDetails(tx, touched);
  await writeCodes(tx, touched, context);
  await writeEntries(tx, touched, context);
  await writeMemberships(tx, pick(touched, 'lists:'), context);
  await writeStages(tx, touched, context);
  await logChanges(tx, touched, context);
  await refreshScope(
    tx,
    touched.filter((write) => !write.isNew),
  );
}

export async function logChanges(
  tx: Tx,
  writes: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  const logged = writes.flatMap((write): { write: ProjectWrite; change?: AspectChange }[] =>
    write.isNew ? [{ write }] : write.changes.map((change) => ({ write, change })),
  );
  const rows = madeFrom(logged, ({ write, change }) => {
    const { aspect, before, after } = change ?? creationOf(write.changes);
    return {
      change_id: newId(),
      project_id: write.projectId,
      version: write.isNew ? 1 : write.version + 1,
      aspect,
      before,
      after,
      act: context.act,
      reason: context.reason ?? null,
      on_day: context.onDay,
      import_id: context.importId ?? null,
      undoes_import: context.undoesImport ?? null,
      actor_id: context.actorId,
    };
  });
  const columns = [
    'change_id',
    'project_id',
    'version',
    'aspect',
    'before',
    'after',
    'act',
    'reason',
    'on_day',
    'import_id',
    'undoes_import',
    'actor_id',
  ];
  await insertRows(tx, 'project_change', columns, rows);
}

export async function refreshScope(tx: Tx, writes: readonly ProjectWrite[]): Promise<void> {
  const ids = writes
    .filter(({ changes }) => changes.some(({ aspect }) => /^(card|districts|responsibility:)/.test(aspect)))
    .map((write) => write.projectId);
  if (ids.length > 0) await sql`select city.refresh_project_scope(${ids}::uuid[])`.execute(tables(tx));
}
