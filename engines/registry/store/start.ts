import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import type { ProjectId } from '../domain/identity.ts';
import type { StartCheck, StartEvidence } from '../domain/start-check.ts';
import { insertRows } from './rows.ts';

export async function insertStartCheck(
  tx: Tx,
  check: Omit<StartCheck, 'checkId' | 'recordedAt'>,
): Promise<void> {
  const row = {
    check_id: newId(),
    project_id: check.projectId,
    outcome: check.outcome,
    seen_on: check.seenOn,
    seen_by: check.seenBy,
    ground: check.ground,
    note: check.note,
    file_id: check.fileId,
    actor_id: check.actorId,
    recorded_by: check.recordedBy,
  };
  await insertRows(tx, 'start_check', Object.keys(row), [row]);
}

export async function insertStartEvidence(
  tx: Tx,
  one: Omit<StartEvidence, 'recordedAt'> & { readonly actorId: string },
): Promise<void> {
  const row = {
    evidence_id: newId(),
    project_id: one.projectId,
    kind: one.kind,
    reference: one.reference,
    on_day: one.on,
    note: one.note,
    file_id: one.fileId,
    actor_id: one.actorId,
    recorded_by: one.recordedBy,
  };
  await insertRows(tx, 'start_evidence', Object.keys(row), [row]);
}

/** Every look at these projects within the scope, the last one first. */
export async function readChecks(tx: Tx, ids: readonly ProjectId[]): Promise<StartCheck[]> {
  const { rows } = await sql<StartCheck>`
    select check_id as "checkId", project_id as "projectId", outcome, seen_on as "seenOn", seen_by as "seenBy", ground,
      note, file_id as "fileId", actor_id as "actorId", recorded_by as "recordedBy", recorded_at as "recordedAt"
    from city.start_check where city_id = ${tx.scope.cityId} and project_id = any (${ids}::uuid[])
    order by check_id desc`.execute(tables(tx));
  return rows;
}

export async function latestChecks(tx: Tx, ids: readonly ProjectId[]): Promise<Map<ProjectId, StartCheck>> {
  const rows = await readChecks(tx, ids);
  return new Map(rows.toReversed().map((row) => [row.projectId, row]));
}

export async function readStartEvidence(tx: Tx, ids: readonly ProjectId[]): Promise<StartEvidence[]> {
  const { rows } = await sql<StartEvidence>`
    select project_id as "projectId", kind, reference, on_day as "on", note, file_id as "fileId",
      recorded_by as "recordedBy", recorded_at as "recordedAt"
    from city.start_evidence where city_id = ${tx.scope.cityId} and project_id = any (${ids}::uuid[])
    order by evidence_id desc`.execute(tables(tx));
  return rows;
}

/** Kinds of proof on record for each project, with a change of stage or apart from one. */
export async function shownProofs(tx: Tx, ids: readonly ProjectId[]): Promise<Map<ProjectId, Set<string>>> {
  const { rows } = await sql<{ projectId: ProjectId; kind: string }>`
    select c.project_id as "projectId", proof ->> 'kind' as kind
    from city.stage_change c cross join lateral jsonb_array_elements(c.evidence) proof
    where c.city_id = ${tx.scope.cityId} and c.project_id = any (${ids}::uuid[])
      and jsonb_typeof(c.evidence) = 'array'
    union
    select project_id, kind from city.start_evidence
    where city_id = ${tx.scope.cityId} and project_id = any (${ids}::uuid[])`.execute(tables(tx));
  const shown = new Map<ProjectId, Set<string>>();
  for (const { projectId, kind } of rows) {
    shown.set(projectId, (shown.get(projectId) ?? new Set()).add(kind));
  }
  return shown;
}
