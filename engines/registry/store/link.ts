import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import type { Apart } from '../domain/apart.ts';
import type { ProjectId } from '../domain/identity.ts';
import type { ProjectLink } from '../domain/project-view.ts';

/** Of `city.project p`. */
export const apart = `case when p.apart_from is not null then json_build_object('fromMonth', p.apart_from,
  'untilMonth', p.apart_until, 'reason', p.apart_reason) end as apart`;
export const apartColumn = sql.raw(apart);

/** Gives whether the link is new. */
export async function insertLink(
  tx: Tx,
  link: {
    readonly projectId: ProjectId;
    readonly otherId: ProjectId;
    readonly kind: ProjectLink['kind'];
    readonly reason: string;
    readonly actorId: string;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into city.project_link (city_id, link_id, project_id, other_id, kind, reason, actor_id)
    values (${tx.scope.cityId}, ${newId()}, ${link.projectId}, ${link.otherId}, ${link.kind}, ${link.reason},
      ${link.actorId})
    on conflict do nothing returning link_id`.execute(tables(tx));
  return rows.length > 0;
}

export async function writeApart(tx: Tx, projectId: ProjectId, apart: Apart): Promise<void> {
  await sql`update city.project set apart_from = ${apart.fromMonth}, apart_until = ${apart.untilMonth},
      apart_reason = ${apart.reason}, updated_at = now()
    where city_id = ${tx.scope.cityId} and project_id = ${projectId}`.execute(tables(tx));
}

export async function setMerged(tx: Tx, projectId: ProjectId, into: ProjectId): Promise<void> {
  await sql`update city.project set merged_into = ${into}, updated_at = now()
    where city_id = ${tx.scope.cityId} and project_id = ${projectId}`.execute(tables(tx));
}
