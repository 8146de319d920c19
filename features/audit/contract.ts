import { Type } from 'typebox';
import {
  DayText,
  dayText,
  defineRoute,
  InstantText,
  idText,
  Nothing,
  oneOf,
  orNull,
  Page,
  PageInput,
} from '#http/client';

const Outcome = oneOf(['done', 'refused'], { title: '结果' });

const Filter = {
  from: Type.Optional(dayText({ title: '起始日期' })),
  to: Type.Optional(dayText({ title: '截止日期' })),
  accountId: Type.Optional(idText({ title: '账号编号' })),
  actor: Type.Optional(Type.String({ title: '操作人', maxLength: 64 })),
  action: Type.Optional(Type.String({ title: '操作', maxLength: 64 })),
  object: Type.Optional(Type.String({ title: '对象', maxLength: 64 })),
  objectId: Type.Optional(Type.String({ title: '对象编号', maxLength: 64 })),
  ip: Type.Optional(Type.String({ title: '来源地址', maxLength: 64 })),
  outcome: Type.Optional(Outcome),
  personalData: Type.Optional(Type.Boolean({ title: '涉及个人信息' })),
};

export const AuditRowView = Type.Object({
  auditId: Type.String(),
  /** Its place in the sealed chain; null until the sealer has come by. */
  number: orNull(Type.String()),
  at: InstantText,
  accountId: Type.String(),
  actorName: Type.String(),
  roles: Type.Array(Type.String()),
  ip: orNull(Type.String()),
  action: Type.String(),
  actionText: Type.String(),
  object: Type.String(),
  objectName: Type.String(),
  objectId: orNull(Type.String()),
  outcome: Outcome,
  personalData: Type.Boolean(),
  details: Type.Record(Type.String(), Type.Unknown()),
});

export const listAudit = defineRoute({
  method: 'GET',
  path: '/audit',
  permission: 'audit.view',
  input: Type.Object({ ...PageInput, ...Filter }),
  output: Page(AuditRowView),
  refusals: [],
  summary: '审计记录，新的在前',
});

export const exportAudit = defineRoute({
  method: 'GET',
  path: '/audit/export',
  permission: 'audit.export',
  input: Type.Object(Filter),
  binary: { contentType: 'text/csv; charset=utf-8' },
  refusals: ['audit.too_many_rows'],
  summary: '导出审计记录（CSV）',
  audited: true,
});

export const AuditProblemView = Type.Object({
  kind: oneOf(['altered', 'deleted', 'reordered', 'missing', 'unsealed', 'head-mismatch', 'truncated']),
  number: Type.Optional(Type.String()),
  auditId: Type.Optional(Type.String()),
  text: Type.String(),
});

export const verifyAudit = defineRoute({
  method: 'POST',
  path: '/audit/verify',
  permission: 'audit.verify',
  input: Nothing,
  output: Type.Object({
    ok: Type.Boolean(),
    sealed: Type.Integer(),
    unsealed: Type.Integer(),
    problems: Type.Array(AuditProblemView),
  }),
  refusals: [],
  summary: '核验审计记录：重算全部封存值，并与数据库外的链头对照',
  atMost: { times: 6, perSeconds: 60 },
});

export const auditDays = defineRoute({
  method: 'GET',
  path: '/audit/days',
  permission: 'audit.view',
  input: Nothing,
  output: Type.Array(Type.Object({ day: DayText, done: Type.Integer(), refused: Type.Integer() })),
  refusals: [],
  summary: '最近三十天每天的审计记录数',
});
