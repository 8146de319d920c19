import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { ProjectCard } from '../domain/aspect.ts';
import type { OrgId } from '../domain/identity.ts';
import { normalName } from '../domain/name.ts';
import { type ProjectWrite, pick, type WriteContext } from './project-write.ts';
import { insertRows, madeFrom, type Row, updateRows } from './rows.ts';

export async function insertProjects(
  tx: Tx,
  created: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  const columns = ['project_id', 'number', ...cardColumns, 'name_shared', 'stage', 'stage_since'];
  const rows = madeFrom(created, (write) => {
    const card = write.changes.find((change) => change.aspect === 'card')?.after as ProjectCard;
    const stage = write.changes.find((change) => change.aspect === 'stage')?.after;
    const head = { project_id: write.projectId, number: write.number, name_shared: context.shared ?? false };
    return { ...head, ...cardRow(card), stage, stage_since: context.onDay };
  });
  await insertRows(tx, 'project', columns, rows);
}

const cardColumns = ['name', 'name_normal', 'industry', 'nature', 'form', 'sponsor_org_id'];

function cardRow(card: ProjectCard): Row {
  const { name, industry, nature, form, sponsorOrgId } = card;
  return { name, name_normal: normalName(name), industry, nature, form, sponsor_org_id: sponsorOrgId };
}

/** Also counts the version up and takes projects out of the library or back into it. */
export async function writeCards(
  tx: Tx,
  writes: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  const cards = pick(writes, 'card').map(({ projectId, after }) => ({
    project_id: projectId,
    ...cardRow(after as ProjectCard),
  }));
  const withdrawn = pick(writes, 'withdrawn');
  const ids = (value: boolean) => withdrawn.filter((one) => one.after === value).map((one) => one.projectId);
  if (writes.length > 0) {
    await sql`update city.project set version = version + 1, updated_at = now(),
        name_shared = name_shared or ${context.shared ?? false},
        withdrawn_at = case when project_id = any (${ids(true)}::uuid[]) then now()
          when project_id = any (${ids(false)}::uuid[]) then null else withdrawn_at end
      where city_id = ${tx.scope.cityId} and project_id = any (${writes.map((one) => one.projectId)}::uuid[])`.execute(
      tables(tx),
    );
  }
  await updateRows(tx, 'project', ['project_id'], cardColumns, cards);
}

export async function writeDistricts(tx: Tx, writes: readonly ProjectWrite[]): Promise<void> {
  const changes = pick(writes, 'districts');
  const old = changes.filter((change) => !change.isNew).map((change) => change.projectId);
  if (old.length > 0) {
    await sql`delete from city.project_district
      where city_id = ${tx.scope.cityId} and project_id = any (${old}::uuid[])`.execute(tables(tx));
  }
  const rows = changes.flatMap(({ projectId, after }) =>
    (after as readonly OrgId[]).map((orgId, index) => ({
      project_id: projectId,
      org_id: orgId,
      position: index + 1,
    })),
  );
  await insertRows(tx, 'project_district', ['project_id', 'org_id', 'position'], rows);
}
