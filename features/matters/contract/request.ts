import { type Static, Type } from 'typebox';
import { defineRoute, InstantText, oneOf, orNull } from '#http/client';
import { MatterLine, RequestId, shortText } from './field.ts';

/** A request drafted by a ladder to a leader of the city, with the matter it is about as it stands now. */
export const LeaderRequestView = Type.Object({
  requestId: RequestId,
  /** 分管副市长、常务副市长 … */
  recipient: Type.String(),
  /** Why: 解决时限超期 5 个工作日. */
  why: Type.String(),
  basis: orNull(Type.String()),
  state: oneOf(['drafted', 'forwarded', 'dropped']),
  draftedAt: InstantText,
  decidedBy: orNull(Type.String()),
  decidedAt: orNull(InstantText),
  note: orNull(Type.String()),
  answer: orNull(Type.String()),
  /** The leader, or who wrote his words down. */
  answeredBy: orNull(Type.String()),
  answeredAt: orNull(InstantText),
  version: Type.Integer(),
  matter: MatterLine,
});
export type LeaderRequestView = Static<typeof LeaderRequestView>;

export const listLeaderRequests = defineRoute({
  method: 'GET',
  path: '/matters/leader-requests',
  permission: 'leader-request.view',
  input: Type.Object({
    state: Type.Optional(oneOf(['drafted', 'forwarded', 'dropped', 'answered'], { title: '状态' })),
  }),
  output: Type.Object({
    /** Drafts first, then latest first; at most two hundred. */
    requests: Type.Array(LeaderRequestView),
    drafted: Type.Integer(),
    /** Forwarded and not answered yet. */
    waiting: Type.Integer(),
    may: Type.Object({ decide: Type.Boolean(), answer: Type.Boolean() }),
  }),
  refusals: [],
  summary: '请示：升级到市领导的事项由系统拟稿，市政府办公室决定是否转呈',
});

/** What waits for a decision of a leader: what the desk shows. */
export const waitingDecisions = defineRoute({
  method: 'GET',
  path: '/matters/decisions',
  permission: 'leader-request.view',
  input: Type.Object({}),
  output: Type.Object({ total: Type.Integer(), requests: Type.Array(LeaderRequestView) }),
  refusals: [],
  summary: '待决事项：已转呈、等待市领导决定的请示',
});

const OneRequest = { requestId: RequestId, version: Type.Integer({ minimum: 1, title: '版本' }) };

export const decideLeaderRequest = defineRoute({
  method: 'POST',
  path: '/matters/leader-requests/:requestId/decision',
  permission: 'leader-request.decide',
  input: Type.Object({
    ...OneRequest,
    forward: Type.Boolean({ title: '转呈' }),
    note: Type.Optional(Type.String({ title: '意见或理由', maxLength: 1000 })),
  }),
  output: Type.Object({ requestId: RequestId, version: Type.Integer() }),
  refusals: ['leader_request.unknown', 'leader_request.decided', 'leader_request.no_note', 'secrecy.marked'],
  summary: '市政府办公室决定转呈或不予转呈',
});

export const answerLeaderRequest = defineRoute({
  method: 'POST',
  path: '/matters/leader-requests/:requestId/answer',
  permission: 'leader-request.answer',
  input: Type.Object({
    ...OneRequest,
    text: shortText('决定意见', 2000),
    /** Whose words they are, where the government office writes them down. */
    leader: Type.Optional(shortText('作出决定的领导', 100)),
  }),
  output: Type.Object({ requestId: RequestId, version: Type.Integer() }),
  refusals: [
    'leader_request.unknown',
    'leader_request.not_forwarded',
    'leader_request.answered',
    'leader_request.no_leader',
    'secrecy.marked',
  ],
  summary: '登记市领导的决定意见，告知牵头单位；不代替办理',
});
