import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, oneOf, orNull, Versioned } from '#http/client';
import { GroupId, maybeWords, words } from './parts.ts';

const kind = oneOf(['joint', 'command', 'task-force'], { title: '种类' });

const Member = Type.Object(
  { org: words('单位', 60), person: words('姓名', 30), post: words('职务', 60) },
  { title: '成员' },
);

const Said = {
  kind,
  name: words('名称', 60, 1),
  scope: maybeWords('职责范围', 1000),
  chief: maybeWords('召集人', 60),
  members: Type.Array(Member, { title: '成员', maxItems: 200 }),
  since: dayText({ title: '成立日期' }),
  until: orNull(dayText({ title: '撤销日期' })),
  workPlan: maybeWords('工作方案', 4000),
};

export const GroupView = Type.Object({
  groupId: GroupId,
  kind,
  name: Type.String(),
  scope: Type.String(),
  chief: Type.String(),
  members: Type.Array(Member),
  since: DayText,
  until: orNull(DayText),
  workPlan: Type.String(),
  version: Type.Integer(),
  lastMetOn: orNull(DayText),
  /** Days since it met last, or since it was set up where it never met; null once it is no more. */
  idleDays: orNull(Type.Integer()),
  meetings: Type.Integer(),
  openTasks: Type.Integer(),
});
export type GroupView = Static<typeof GroupView>;

export const listGroups = defineRoute({
  method: 'GET',
  path: '/dispatch/groups',
  permission: 'dispatch-group.view',
  input: Type.Object({}),
  output: Type.Object({ today: DayText, groups: Type.Array(GroupView), maySave: Type.Boolean() }),
  refusals: [],
  summary: '联席会议、指挥部和专班：成员、最近一次会议、在办任务；久未召集的在前',
});

export const addGroup = defineRoute({
  method: 'POST',
  path: '/dispatch/groups',
  permission: 'dispatch-group.save',
  input: Type.Object(Said),
  output: Type.Object({ groupId: GroupId, version: Type.Integer() }),
  refusals: ['dispatch_group.name_taken', 'secrecy.marked'],
  summary: '登记联席会议、指挥部或专班',
});

export const editGroup = defineRoute({
  method: 'PATCH',
  path: '/dispatch/groups/:id',
  permission: 'dispatch-group.save',
  input: Type.Object({ id: GroupId, ...Versioned, ...Said }),
  output: Type.Object({ groupId: GroupId, version: Type.Integer() }),
  refusals: ['dispatch_group.not_found', 'dispatch_group.name_taken', 'http.stale_version', 'secrecy.marked'],
  summary: '修改议事机构；写明撤销日期即不再召集',
});
