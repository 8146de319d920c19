import { Type } from 'typebox';
import { DayText, Done, dayText, defineRoute, FenText, idText, oneOf, orNull } from '#http/client';

const ProjectId = idText<'project'>({ title: '项目' });
const Year = Type.Integer({ minimum: 2000, maximum: 2100, title: '年度' });
const AsOf = Type.Optional(dayText({ title: '日期' }));
const ListId = Type.String({ title: '清单', minLength: 1, maxLength: 64 });
const Reason = Type.String({ title: '理由', minLength: 1, maxLength: 500 });
const Approver = Type.String({ title: '批准人', minLength: 1, maxLength: 64 });

const verdicts = ['met', 'not-met', 'unknown', 'no-rule'] as const;

export const ListHead = Type.Object({
  id: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  kind: oneOf(['list', 'plan']),
  lead: orNull(Type.String()),
  /** The entry rule in words; null where whoever compiles the list decides. */
  ruleText: orNull(Type.String()),
  clause: orNull(Type.String()),
  hasRule: Type.Boolean(),
  projects: Type.Integer(),
  /** On the list though the rule did not admit them, or not provably. */
  contested: Type.Integer(),
});

export const yearLists = defineRoute({
  method: 'GET',
  path: '/lists',
  permission: 'list.view',
  input: Type.Object({ year: Year, asOf: AsOf }),
  output: Type.Object({ year: Type.Integer(), asOf: DayText, lists: Type.Array(ListHead) }),
  refusals: [],
  summary: '某年各清单及某日的项目数',
});

/** One condition of the rule and what was found; the figure itself only within the reader's scope. */
export const VerdictLine = Type.Object({
  demand: Type.String(),
  found: orNull(Type.String()),
  result: oneOf(['met', 'not-met', 'unknown']),
  clause: orNull(Type.String()),
  note: orNull(Type.String()),
});

export const Member = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districts: Type.Array(Type.String()),
  /** Why it does not count by itself (拆分, 合并, 打捆); null: it counts. */
  apart: orNull(Type.String()),
  category: orNull(Type.String()),
  totalFen: orNull(FenText),
  withinScope: Type.Boolean(),
  fromOn: DayText,
  /** First day no longer on it. */
  toOn: orNull(DayText),
  basis: oneOf(['rule', 'exception', 'source']),
  verdict: oneOf(verdicts),
  lines: Type.Array(VerdictLine),
  reason: orNull(Type.String()),
  approver: orNull(Type.String()),
});

const OneList = { list: ListId, year: Year, asOf: AsOf };

export const listMembers = defineRoute({
  method: 'GET',
  path: '/lists/:list',
  permission: 'list.view',
  input: Type.Object(OneList),
  output: Type.Object({
    year: Type.Integer(),
    asOf: DayText,
    list: ListHead,
    rows: Type.Array(Member),
    /** Whether the reader may put projects on it and take them off. */
    mayEdit: Type.Boolean(),
  }),
  refusals: ['list.unknown'],
  summary: '某年某清单在某日的项目，逐项说明入列依据',
});

export const listMismatches = defineRoute({
  method: 'GET',
  path: '/lists/mismatches',
  permission: 'list.view',
  input: Type.Object({ year: Year, asOf: AsOf }),
  output: Type.Object({
    year: Type.Integer(),
    asOf: DayText,
    rows: Type.Array(Type.Intersect([Member, Type.Object({ list: Type.String(), listId: Type.String() })])),
  }),
  refusals: [],
  summary: '在清单上而不符合入列规则、或无法判断的项目',
});

export const exportList = defineRoute({
  method: 'GET',
  path: '/lists/:list/export',
  permission: 'list.export',
  input: Type.Object({ ...OneList, unit: Type.Optional(oneOf(['万元', '亿元'], { title: '单位' })) }),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: ['list.unknown'],
  summary: '导出某日的清单（XLSX）',
  audited: true,
});

export const putOnList = defineRoute({
  method: 'POST',
  path: '/lists/:list/members',
  permission: 'list.add',
  input: Type.Object({
    list: ListId,
    year: Year,
    projectId: ProjectId,
    fromOn: Type.Optional(dayText({ title: '列入日期' })),
    reason: Type.Optional(Type.String({ title: '理由', maxLength: 500 })),
    approver: Type.Optional(Type.String({ title: '批准人', maxLength: 64 })),
  }),
  output: Done,
  refusals: [
    'list.unknown',
    'list.already_on',
    'list.rule_not_met',
    'list.day_outside_year',
    'project.not_found',
    'project.outside_scope',
    'project.withdrawn',
    'access.same_person',
  ],
  summary: '将项目列入清单；不符合规则的须有理由和批准人',
});

export const takeOffList = defineRoute({
  method: 'POST',
  path: '/lists/:list/members/:projectId/remove',
  permission: 'list.remove',
  input: Type.Object({
    list: ListId,
    projectId: ProjectId,
    year: Year,
    onDay: Type.Optional(dayText({ title: '移出日期' })),
    reason: Reason,
    approver: Approver,
  }),
  output: Done,
  refusals: [
    'list.unknown',
    'list.not_on',
    'list.removal_needs_reason',
    'list.removed_before_entry',
    'list.day_outside_year',
    'project.not_found',
    'project.outside_scope',
    'project.withdrawn',
    'access.same_person',
  ],
  summary: '将项目移出清单，须有理由和批准人',
});
