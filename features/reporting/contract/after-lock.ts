import { type Static, Type } from 'typebox';
import { ContradictionView, ProjectId, ReportFacts, ReportInput } from '#features/progress';
import { defineRoute, InstantText, idText, MonthText, oneOf, orNull } from '#http/client';
import { PeriodMonth } from './field.ts';

export const RequestId = idText<'report-request'>({ title: '申请' });
/** 补报: nothing was verified in the locked month; 更正: something was. */
export const requestKinds = ['late', 'correction'] as const;
export const requestStates = ['waiting', 'approved', 'rejected'] as const;

export const RequestView = Type.Object({
  requestId: RequestId,
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  district: orNull(Type.String()),
  month: MonthText,
  kind: oneOf(requestKinds),
  reason: Type.String(),
  facts: Type.Object(ReportFacts),
  /** As it was locked; null for 补报. */
  before: orNull(Type.Object(ReportFacts)),
  contradictions: Type.Array(ContradictionView),
  askedBy: Type.String(),
  askedAt: InstantText,
  state: oneOf(requestStates),
  decidedBy: orNull(Type.String()),
  decidedAt: orNull(InstantText),
  decision: orNull(Type.String()),
  mayDecide: Type.Boolean(),
});
export type RequestView = Static<typeof RequestView>;

export const askAfterLock = defineRoute({
  method: 'POST',
  path: '/reporting/periods/:month/rows/:id/requests',
  permission: 'report.fill',
  input: Type.Object({
    ...PeriodMonth,
    id: ProjectId,
    facts: Type.Object(ReportInput, { title: '数据' }),
    reason: Type.String({ title: '补报或更正原因', minLength: 1, maxLength: 500 }),
  }),
  output: RequestView,
  refusals: [
    'project.not_found',
    'period.not_found',
    'period.not_locked',
    'report.not_owed',
    'request.waiting_already',
    'request.changes_nothing',
    'secrecy.marked',
  ],
  summary: '锁定后申请补报或更正，写明原因；批准前不生效',
});

export const listRequests = defineRoute({
  method: 'GET',
  path: '/reporting/requests',
  permission: 'reporting.rows',
  input: Type.Object({
    month: Type.Optional(PeriodMonth.month),
    state: Type.Optional(oneOf(requestStates, { title: '状态' })),
  }),
  output: Type.Object({ requests: Type.Array(RequestView) }),
  refusals: [],
  summary: '补报和更正申请，新的在前；职责范围之外的不列',
});

const decideRefusals = ['request.not_found', 'request.decided_already', 'access.same_person'] as const;

export const approveRequest = defineRoute({
  method: 'POST',
  path: '/reporting/requests/:id/approve',
  permission: 'reporting.approve',
  input: Type.Object({
    id: RequestId,
    note: Type.Optional(orNull(Type.String({ title: '批准意见', maxLength: 500 }))),
  }),
  output: RequestView,
  refusals: [...decideRefusals, 'request.overtaken', 'secrecy.marked'],
  summary: '批准补报或更正：计入以后各月，已发布的数不变',
});

export const rejectRequest = defineRoute({
  method: 'POST',
  path: '/reporting/requests/:id/reject',
  permission: 'reporting.approve',
  input: Type.Object({
    id: RequestId,
    reason: Type.String({ title: '不同意的原因', minLength: 1, maxLength: 500 }),
  }),
  output: RequestView,
  refusals: [...decideRefusals, 'secrecy.marked'],
  summary: '不同意补报或更正',
});

const Difference = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  district: orNull(Type.String()),
  kind: oneOf(requestKinds),
  published: orNull(Type.Object(ReportFacts)),
  standing: Type.Object(ReportFacts),
  reason: Type.String(),
  approver: Type.String(),
  at: InstantText,
});
export type Difference = Static<typeof Difference>;

export const differencesAfterLock = defineRoute({
  method: 'GET',
  path: '/reporting/periods/:month/differences',
  permission: 'reporting.rows',
  input: Type.Object(PeriodMonth),
  output: Type.Object({ differences: Type.Array(Difference) }),
  refusals: ['period.not_found', 'period.not_locked'],
  summary: '锁定之后补报、更正的项目：发布的数与现在的数对照',
});
