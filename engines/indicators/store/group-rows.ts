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

/** All memberships of a day of some subjects, of every kind: which groups each counts in. */
export async function readGroupsOn(
  tx: Tx,
  day: PlainDate,
  subjectIds: readonly SubjectId[],
): Promise<{ subjectId: SubjectId; groupKind: string; groupId: string }[]> {
  const rows = await queryOver(
    tx,
    subjectIds,
    sql<{ subjectId: SubjectId; groupKind: string; groupId: string }>`
    select distinct subject_id as "subjectId", group_kind as "groupKind", group_id as "groupId"
    from city.subject_group
    where city_id = ${tx.scope.cityId} and from_on <= ${day} and (to_on is null or to_on > ${day})
      and subject_id = any (${subjectIds}::uuid[])`,
  );
  return rows;
}
