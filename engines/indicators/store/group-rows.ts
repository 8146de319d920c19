import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { SubjectGroup, SubjectId } from '../domain/subject.ts';
import { queryOver } from './some-subjects.ts';

/** Adds memberships; the same membership again takes over its last day. */
export async function putGroups(tx: Tx, groups: readonly SubjectGroup[], recordedBy: string): Promise<void> {
  await sql`
    insert into city.subject_group (city_id, subject_id, group_kind, group_id, from_on, to_on, recorded_by)
    select ${tx.scope.cityId}, *, ${recordedBy} from unnest(${groups.map((one) => one.subjectId)}::uuid[],
      ${groups.map((one) => one.groupKind)}::text[], ${groups.map((one) => one.groupId)}::text[],
      ${groups.map((one) => one.fromOn)}::date[], ${groups.map((one) => one.toOn ?? null)}::date[])
    on conflict (city_id, subject_id, group_kind, group_id, from_on) do update
      set to_on = excluded.to_on, recorded_at = now(), recorded_by = excluded.recorded_by`.execute(
    tables(tx),
  );
}

export async function readGroupsOf(
  tx: Tx,
  subjectIds: readonly SubjectId[],
  groupKind: string,
): Promise<SubjectGroup[]> {
  const { rows } = await sql<SubjectGroup>`
    select subject_id as "subjectId", group_kind as "groupKind", group_id as "groupId", from_on as "fromOn",
      to_on as "toOn"
    from city.subject_group
    where city_id = ${tx.scope.cityId} and subject_id = any (${subjectIds}::uuid[]) and group_kind = ${groupKind}
    order by subject_id, from_on, group_id`.execute(tables(tx));
  return rows;
}

/** Who belongs to which groups of a kind on a day. */
export async function readMembersOn(
  tx: Tx,
  groupKind: string,
  day: PlainDate,
): Promise<{ subjectId: SubjectId; groupId: string }[]> {
  const { rows } = await sql<{ subjectId: SubjectId; groupId: string }>`
    select distinct subject_id as "subjectId", group_id as "groupId" from city.subject_group
    where city_id = ${tx.scope.cityId} and group_kind = ${groupKind} and from_on <= ${day}
      and (to_on is null or to_on > ${day})
    order by group_id, subject_id`.execute(tables(tx));
  return rows;
}

/** How many of the subjects given are in each group on a day, for each mark they bear. */
export async function countInGroups(
  tx: Tx,
  day: PlainDate,
  marked: readonly { readonly subjectId: SubjectId; readonly mark: string }[],
): Promise<{ groupKind: string; groupId: string; mark: string; count: number }[]> {
  const subjectIds = marked.map(({ subjectId }) => subjectId);
  return queryOver(
    tx,
    subjectIds,
    sql<{ groupKind: string; groupId: string; mark: string; count: number }>`
    select m.group_kind as "groupKind", m.group_id as "groupId", of.mark, count(distinct m.subject_id)::integer as count
    from unnest(${subjectIds}::uuid[], ${marked.map(({ mark }) => mark)}::text[]) of (subject_id, mark)
    join city.subject_group m on m.city_id = ${tx.scope.cityId} and m.subject_id = of.subject_id
    where m.from_on <= ${day} and (m.to_on is null or m.to_on > ${day})
    group by m.group_kind, m.group_id, of.mark`,
  );
}
