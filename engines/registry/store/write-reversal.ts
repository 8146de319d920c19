import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { type ProjectWrite, pick, type WriteContext } from './project-write.ts';
import { logChanges, refreshScope } from './write-aspects.ts';
import { writeCards, writeDistricts } from './write-card.ts';
import { writeDetails, writeEntries } from './write-detail.ts';
import { writeStages } from './write-stage.ts';

/** Puts back what has no dates of its own; codes, lists and responsibilities were put back by their rows. */
export async function writeReversal(
  tx: Tx,
  writes: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  if (writes.length === 0) return;
  await writeCards(tx, writes, context);
  await writeDistricts(tx, writes);
  await writeDetails(tx, writes);
  await writeEntries(tx, writes, context);
  await writeStages(tx, writes, context);
  await restoreStageDays(tx, writes);
  await logChanges(tx, writes.map(inShort), context);
  await refreshScope(tx, writes);
}

/** Of a project that leaves, that it leaves is all the log need say: what it began with is there already. */
function inShort(write: ProjectWrite): ProjectWrite {
  const leaves = write.changes.filter((change) => change.aspect === 'withdrawn');
  return leaves.length > 0 ? { ...write, changes: leaves } : write;
}

/** In its stage since it first came to it, not since the correction. */
async function restoreStageDays(tx: Tx, writes: readonly ProjectWrite[]): Promise<void> {
  const ids = pick(writes, 'stage').map((change) => change.projectId);
  if (ids.length === 0) return;
  await sql`update city.project p set stage_since = coalesce((
      select max(s.on_day) from city.stage_change s
      where s.city_id = p.city_id and s.project_id = p.project_id and s.to_stage = p.stage
        and s.basis <> 'correction'), p.stage_since)
    where p.city_id = ${tx.scope.cityId} and p.project_id = any (${ids}::uuid[])`.execute(tables(tx));
}
