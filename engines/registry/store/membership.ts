import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { ProjectId } from '../domain/identity.ts';
import type { Membership } from '../domain/project-view.ts';
import { membershipColumns } from './project-history.ts';

export type ListedProject = Membership & {
  readonly number: string;
  readonly name: string;
  /** Why it does not count by itself on that day; null: it counts. */
  readonly apart: string | null;
};

/** Who was on the list on a day, by the dates on which it holds, whenever that was recorded. */
export async function listMembersAsOf(
  tx: Tx,
  about: { readonly list: string; readonly year: number; readonly asOf: PlainDate },
): Promise<ListedProject[]> {
  const { rows } = await sql<ListedProject>`
    select ${membershipColumns}, p.number, p.name,
      case when not city.counts_in(p, ${about.asOf.slice(0, 7)}) then p.apart_reason end as apart
    from city.list_membership
    join city.project p using (city_id, project_id)
    where city_id = ${tx.scope.cityId} and year = ${about.year} and list_id = ${about.list}
      and from_on <= ${about.asOf} and (to_on is null or to_on > ${about.asOf})
    order by p.number`.execute(tables(tx));
  return rows;
}

/** Every project's lists of a year on a day, without why it is on them. */
export async function readListsOn(
  tx: Tx,
  about: { readonly year: number; readonly asOf: PlainDate },
): Promise<{ projectId: ProjectId; listId: string }[]> {
  const { rows } = await sql<{ projectId: ProjectId; listId: string }>`
    select distinct project_id as "projectId", list_id as "listId" from city.list_membership
    where city_id = ${tx.scope.cityId} and year = ${about.year}
      and from_on <= ${about.asOf} and (to_on is null or to_on > ${about.asOf})`.execute(tables(tx));
  return rows;
}

export type ListCount = { readonly listId: string; readonly projects: number; readonly contested: number };

/** Projects per list that count by themselves, and how many of them the entry rule did not admit. */
export async function countMembers(tx: Tx, year: number, asOf: PlainDate): Promise<ListCount[]> {
  const { rows } = await sql<ListCount>`
    select list_id as "listId", count(*)::integer as projects,
      (count(*) filter (where verdict in ('not-met', 'unknown')))::integer as contested
    from city.list_membership
    join city.project p using (city_id, project_id)
    where city_id = ${tx.scope.cityId} and city.counts_in(p, ${asOf.slice(0, 7)}) and year = ${year} and from_on <= ${asOf} and (to_on is null or to_on > ${asOf})
    group by list_id`.execute(tables(tx));
  return rows;
}

export async function findMembership(
  tx: Tx,
  about: { readonly projectId: ProjectId; readonly list: string; readonly year: number },
): Promise<Membership | undefined> {
  const { rows } = await sql<Membership>`select ${membershipColumns} from city.list_membership
    where city_id = ${tx.scope.cityId} and project_id = ${about.projectId} and list_id = ${about.list}
      and year = ${about.year} and to_on is null`.execute(tables(tx));
  return rows[0];
}
