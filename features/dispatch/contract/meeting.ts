import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, orNull, Versioned } from '#http/client';
import {
  DecisionId,
  DecisionView,
  GroupId,
  ItemId,
  ItemView,
  MeetingHead,
  MeetingId,
  maybeWords,
  Unit,
  UnitId,
  words,
} from './parts.ts';

export const OneMeeting = { id: MeetingId };
export const Moved = Type.Object({ version: Type.Integer() });
export const meetingRefusals = [
  'meeting.not_found',
  'meeting.not_preparing',
  'http.stale_version',
  'secrecy.marked',
] as const;

const Time = Type.String({ title: '时间', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
const Units = (title: string) => Type.Array(UnitId, { title, maxItems: 200 });

export const listMeetings = defineRoute({
  method: 'GET',
  path: '/dispatch/meetings',
  permission: 'meeting.view',
  input: Type.Object({}),
  output: Type.Object({
    today: DayText,
    meetings: Type.Array(
      Type.Intersect([
        MeetingHead,
        Type.Object({
          items: Type.Integer(),
          decisions: Type.Integer(),
          done: Type.Integer(),
          overdue: Type.Integer(),
        }),
      ]),
    ),
    mayPrepare: Type.Boolean(),
  }),
  refusals: [],
  summary: '会议，新的在前；各地区、各部门只列邀请本单位的',
});

/** What a new meeting can be made from. */
export const meetingChoices = defineRoute({
  method: 'GET',
  path: '/dispatch/meetings/choices',
  permission: 'meeting.prepare',
  input: Type.Object({}),
  output: Type.Object({
    today: DayText,
    cadences: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        kind: Type.String(),
        level: Type.String(),
        basis: Type.String(),
        nextOn: orNull(DayText),
        moved: orNull(Type.String()),
      }),
    ),
    groups: Type.Array(Type.Object({ id: GroupId, name: Type.String() })),
    units: Type.Array(Type.Object({ ...Unit.properties, kind: Type.String() })),
  }),
  refusals: [],
  summary: '召集会议可选的调度、议事机构和单位',
});

export const createMeeting = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings',
  permission: 'meeting.prepare',
  input: Type.Object({
    cadence: words('调度', 40, 1),
    heldOn: dayText({ title: '日期' }),
    heldAt: Type.Optional(Time),
    title: maybeWords('会议名称', 100),
    groupId: Type.Optional(GroupId),
    field: maybeWords('领域', 40),
    departments: Type.Optional(Units('领域所辖部门')),
    place: maybeWords('地点', 100),
    chair: maybeWords('主持人', 60),
    invited: Type.Optional(Units('参加单位')),
    others: maybeWords('其他参加人员', 500),
  }),
  output: Type.Object({ meetingId: MeetingId, version: Type.Integer(), items: Type.Integer() }),
  refusals: ['meeting.no_such_cadence', 'meeting.no_such_unit', 'meeting.no_such_group', 'secrecy.marked'],
  summary: '召集会议：按数据提出议题，算出会前意见的起止日期',
});

export const MeetingView = Type.Object({
  ...MeetingHead.properties,
  today: DayText,
  cadenceName: orNull(Type.String()),
  invited: Type.Array(Unit),
  others: Type.String(),
  present: orNull(Type.String()),
  absent: orNull(Type.String()),
  agendaAsOf: orNull(DayText),
  /** How many of each sort the data propose beyond those listed. */
  agendaLeft: Type.Record(Type.String(), Type.Integer()),
  digest: orNull(Type.String()),
  closedAt: orNull(InstantText),
  by: Type.String(),
  items: Type.Array(ItemView),
  decisions: Type.Array(DecisionView),
  /** What became of the decisions of the last meeting of the same kind. */
  previous: orNull(
    Type.Object({
      meetingId: MeetingId,
      title: Type.String(),
      heldOn: DayText,
      decisions: Type.Array(DecisionView),
    }),
  ),
  may: Type.Object({
    prepare: Type.Boolean(),
    minute: Type.Boolean(),
    /** From the day of the meeting on. */
    minuteNow: Type.Boolean(),
    /** The units in whose name the reader may comment now. */
    commentFor: Type.Array(Unit),
  }),
});
export type MeetingView = Static<typeof MeetingView>;

export const viewMeeting = defineRoute({
  method: 'GET',
  path: '/dispatch/meetings/:id',
  permission: 'meeting.view',
  input: Type.Object(OneMeeting),
  output: MeetingView,
  refusals: ['meeting.not_found', 'meeting.record_altered'],
  summary: '一次会议：上次议定事项的落实、议题、意见、议定事项；范围之外的数据为空',
});

export const editMeeting = defineRoute({
  method: 'PATCH',
  path: '/dispatch/meetings/:id',
  permission: 'meeting.prepare',
  input: Type.Object({
    ...OneMeeting,
    ...Versioned,
    title: words('会议名称', 100, 1),
    heldOn: dayText({ title: '日期' }),
    heldAt: orNull(Time),
    place: words('地点', 100),
    chair: words('主持人', 60),
    invited: Units('参加单位'),
    others: words('其他参加人员', 500),
    commentsTo: orNull(dayText({ title: '意见截止日' })),
  }),
  output: Moved,
  refusals: [...meetingRefusals, 'meeting.no_such_unit'],
  summary: '修改会议的时间、地点、参加单位和意见截止日',
});

const turn = <const Name extends string>(name: Name, summary: string, more: readonly string[] = []) =>
  defineRoute({
    method: 'POST',
    path: `/dispatch/meetings/:id/${name}`,
    permission: 'meeting.prepare',
    input: Type.Object({ ...OneMeeting, ...Versioned }),
    output: Moved,
    refusals: [...meetingRefusals, ...more],
    summary,
  });

export const inviteToMeeting = turn('invite', '发出会议通知，告知参加单位和意见截止日', [
  'meeting.nobody_invited',
]);
export const proposeItems = turn(
  'propose',
  '按今天的数据重新提出议题：补上新的，更新议题单；移出的不再提出',
  ['meeting.no_such_cadence'],
);

export const cancelMeeting = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings/:id/cancel',
  permission: 'meeting.prepare',
  input: Type.Object({ ...OneMeeting, ...Versioned, reason: words('取消原因', 500, 1) }),
  output: Moved,
  refusals: meetingRefusals,
  summary: '取消会议，告知参加单位',
});

export const addItem = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings/:id/items',
  permission: 'meeting.prepare',
  input: Type.Object({
    ...OneMeeting,
    ...Versioned,
    title: words('议题', 200, 1),
    note: maybeWords('说明', 1000),
    leadId: Type.Optional(UnitId),
  }),
  output: Moved,
  refusals: [...meetingRefusals, 'meeting.no_such_unit'],
  summary: '人工增加议题',
});

export const removeItem = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings/:id/items/:itemId/remove',
  permission: 'meeting.prepare',
  input: Type.Object({ ...OneMeeting, itemId: ItemId, ...Versioned, reason: words('移出原因', 500, 1) }),
  output: Moved,
  refusals: [...meetingRefusals, 'meeting.no_such_item'],
  summary: '移出议题，须写明原因；移出的仍可查看',
});

export const orderItems = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings/:id/order',
  permission: 'meeting.prepare',
  input: Type.Object({
    ...OneMeeting,
    ...Versioned,
    itemIds: Type.Array(ItemId, { title: '议题次序', minItems: 1, maxItems: 500 }),
  }),
  output: Moved,
  refusals: [...meetingRefusals, 'meeting.order_differs'],
  summary: '排定议题次序',
});

export const recordDecision = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings/:id/decisions',
  permission: 'meeting.minute',
  input: Type.Object({
    ...OneMeeting,
    ...Versioned,
    itemId: Type.Optional(ItemId),
    text: words('议定事项', 1000, 1),
    leadId: Type.Optional(UnitId),
    supportIds: Type.Optional(Units('配合单位')),
    dueOn: Type.Optional(dayText({ title: '完成期限' })),
    standard: maybeWords('完成标准', 500),
  }),
  output: Type.Object({ ...Moved.properties, decisionId: DecisionId, task: orNull(Type.String()) }),
  refusals: [
    ...meetingRefusals,
    'meeting.not_yet',
    'meeting.no_such_item',
    'meeting.no_such_unit',
    'meeting.decision_due',
    'matter.kind_off',
    'matter.unknown',
  ],
  summary: '记录议定事项；有牵头单位的立即成为任务，并与受阻的事项相连',
});

export const withdrawDecision = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings/:id/decisions/:decisionId/withdraw',
  permission: 'meeting.minute',
  input: Type.Object({
    ...OneMeeting,
    decisionId: DecisionId,
    ...Versioned,
    reason: words('撤回原因', 500, 1),
  }),
  output: Moved,
  refusals: [
    ...meetingRefusals,
    'meeting.no_such_decision',
    'matter.closed',
    'matter.not_in_state',
    'matter.unknown',
  ],
  summary: '撤回记错的议定事项，并取消其任务；须写明原因',
});

export const closeMeeting = defineRoute({
  method: 'POST',
  path: '/dispatch/meetings/:id/close',
  permission: 'meeting.minute',
  input: Type.Object({
    ...OneMeeting,
    ...Versioned,
    present: words('出席', 1000, 1),
    absent: maybeWords('请假', 500),
  }),
  output: Type.Object({ ...Moved.properties, digest: Type.String() }),
  refusals: [...meetingRefusals, 'meeting.not_yet'],
  summary: '办结会议：冻结议题和议定事项，算出校验值，告知参加单位',
});

function file<const Path extends string>(path: Path, contentType: string, summary: string) {
  return defineRoute({
    method: 'GET',
    path,
    permission: 'meeting.download',
    input: Type.Object(OneMeeting),
    binary: { contentType },
    refusals: ['meeting.not_found', 'meeting.record_altered', 'documents.no_chinese_font'],
    summary,
    audited: true,
  });
}

export const minutesPdf = file(
  '/dispatch/meetings/:id/minutes/pdf',
  'application/pdf',
  '下载会议纪要（PDF）',
);
export const minutesDocx = file(
  '/dispatch/meetings/:id/minutes/docx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '下载会议纪要（DOCX）',
);

export const sheetPdf = defineRoute({
  method: 'GET',
  path: '/dispatch/meetings/:id/items/:itemId/pdf',
  permission: 'meeting.download',
  input: Type.Object({ ...OneMeeting, itemId: ItemId }),
  binary: { contentType: 'application/pdf' },
  refusals: [
    'meeting.not_found',
    'meeting.no_such_item',
    'meeting.record_altered',
    'documents.no_chinese_font',
  ],
  summary: '下载议题单（PDF，一题一页）',
  audited: true,
});
