import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import { type ProjectWrite, pick, type WriteContext } from './project-write.ts';
import { insertRows, madeFrom } from './rows.ts';

/** Ends the code a project had and adds the one it has; the history stays. */
export async function writeCodes(
  tx: Tx,
  writes: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  const changes = pick(writes, 'code');
  const ended = changes.filter((change) => change.before !== null).map((change) => change.projectId);
  if (ended.length > 0) {
    await sql`update city.project_code set to_on = greatest(from_on, ${context.onDay}::date),
        ended_reason = ${context.reason ?? null}, ended_import_id = ${context.importId ?? null}
      where city_id = ${tx.scope.cityId} and project_id = any (${ended}::uuid[]) and to_on is null`.execute(
      tables(tx),
    );
  }
  const stated = changes.filter((change) => change.after !== null);
  const rows = madeFrom(stated, ({ projectId, after }) => ({
    code_id: newId(),
    project_id: projectId,
    code: after,
    shared: context.shared ?? false,
    from_on: context.onDay,
    reason: context.reason ?? null,
    import_id: context.importId ?? null,
  }));
  await insertRows(
    tx,
    'project_code',
    ['code_id', 'project_id', 'code', 'shared', 'from_on', 'reason', 'import_id'],
    rows,
  );
}
