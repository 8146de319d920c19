import { namedQuery, type Tx } from '#db';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';

export type GroupId = Id<'dispatch-group'>;

export type GroupMember = { readonly org: string; readonly person: string; readonly post: string };

export type GroupRow = {
  readonly groupId: GroupId;
  readonly kind: 'joint' | 'command' | 'task-force';
  readonly name: string;
  readonly scope: string;
  readonly chief: string;
  readonly members: readonly GroupMember[];
  readonly since: PlainDate;
  readonly until: PlainDate | null;
  readonly workPlan: string;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
};

/** With the day it met last, closed meetings only. */
export type GroupLine = GroupRow & { readonly lastMetOn: PlainDate | null };

export async function readGroups(tx: Tx): Promise<GroupLine[]> {
  return namedQuery<GroupLine>(
    tx,
    'dispatch-groups',
    `select g.group_id as "groupId", g.kind, g.name, g.scope, g.chief, g.members, g.since, g.until,
       g.work_plan as "workPlan", g.version, g.by_name as by, g.at,
       (select max(m.held_on) from city.meeting m where m.city_id = g.city_id and m.group_id = g.group_id
         and m.state = 'closed') as "lastMetOn"
     from city.dispatch_group g where g.city_id = $1
     order by g.until is not null, g.kind, g.since, g.name`,
    [tx.scope.cityId],
  );
}

export async function putGroup(tx: Tx, one: GroupRow): Promise<boolean> {
  const rows = await namedQuery(
    tx,
    'dispatch-put-group',
    `insert into city.dispatch_group as g (city_id, group_id, kind, name, scope, chief, members, since, until, work_plan,
       version, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (city_id, group_id) do update set kind = excluded.kind, name = excluded.name, scope = excluded.scope,
       chief = excluded.chief, members = excluded.members, since = excluded.since, until = excluded.until,
       work_plan = excluded.work_plan, version = excluded.version, by_name = excluded.by_name, at = excluded.at
       where g.version = excluded.version - 1
     returning version`,
    [
      ...[
        tx.scope.cityId,
        one.groupId,
        one.kind,
        one.name,
        one.scope,
        one.chief,
        JSON.stringify(one.members),
      ],
      ...[one.since, one.until, one.workPlan, one.version, one.by, one.at],
    ],
  );
  return rows.length > 0;
}
