import type { Tx } from '#db';
import { newId } from '#kernel/id';
import { type ProjectWrite, pick, type WriteContext } from './project-write.ts';
import { insertRows, madeFrom, updateRows } from './rows.ts';

/** Adds to the history of stages, which nothing ever takes from, and moves the project. */
export async function writeStages(
  tx: Tx,
  writes: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  const changes = pick(writes, 'stage');
  const rows = madeFrom(changes, ({ projectId, before, after }) => ({
    change_id: newId(),
    project_id: projectId,
    from_stage: before,
    to_stage: after,
    on_day: context.onDay,
    basis: context.stage?.basis ?? 'source',
    evidence: context.stage?.evidence ?? [],
    reason: context.reason ?? null,
    import_id: context.importId ?? null,
    actor_id: context.actorId,
  }));
  const columns = [
    'change_id',
    'project_id',
    'from_stage',
    'to_stage',
    'on_day',
    'basis',
    'evidence',
    'reason',
    'import_id',
    'actor_id',
  ];
  await insertRows(tx, 'stage_change', columns, rows);
  const moved = changes
    .filter((change) => !change.isNew)
    .map(({ projectId, after }) => ({ project_id: projectId, stage: after, stage_since: context.onDay }));
  await updateRows(tx, 'project', ['project_id'], ['stage', 'stage_since'], moved);
}
