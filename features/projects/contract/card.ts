import { Type } from 'typebox';
import {
  DayText,
  defineRoute,
  FenText,
  InstantText,
  MonthText,
  type OutputOf,
  oneOf,
  orNull,
  Versioned,
} from '#http/client';
import {
  AsOf,
  Category,
  DetailInput,
  District,
  EntryInput,
  HoldersInput,
  Light,
  LinkInput,
  linkKinds,
  Named,
  OrgId,
  PersonId,
  ProjectId,
  shortText,
} from './field.ts';

const OneProject = Type.Object({ id: ProjectId });

export const HolderLine = Type.Object({
  kind: Type.String(),
  kindName: Type.String(),
  name: Type.String(),
  orgId: orNull(OrgId),
  personId: orNull(PersonId),
  /** Masked; null: none on record, or outside the reader's scope. */
  phone: orNull(Type.String()),
  fromOn: DayText,
});

const StageStep = Type.Object({
  from: orNull(Type.String()),
  to: Type.String(),
  onDay: DayText,
  basis: oneOf(['evidence', 'source', 'correction']),
  evidence: Type.Array(
    Type.Object({
      name: Type.String(),
      on: orNull(Type.String()),
      reference: orNull(Type.String()),
      note: orNull(Type.String()),
    }),
  ),
  reason: orNull(Type.String()),
  by: Type.String(),
  recordedAt: InstantText,
});

const MembershipLine = Type.Object({
  list: Named,
  year: Type.Integer(),
  fromOn: DayText,
  toOn: orNull(DayText),
  basis: oneOf(['rule', 'exception', 'source']),
  verdict: oneOf(['met', 'not-met', 'unknown', 'no-rule']),
  reason: orNull(Type.String()),
  approver: orNull(Type.String()),
  removedReason: orNull(Type.String()),
});

export const ProjectPage = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  version: Type.Integer(),
  withinScope: Type.Boolean(),
  /** What the reader may do with this very project. */
  may: Type.Object({
    edit: Type.Boolean(),
    changeStage: Type.Boolean(),
    link: Type.Boolean(),
    recordStatistics: Type.Boolean(),
    revealPhone: Type.Boolean(),
  }),
  name: Type.String(),
  industry: orNull(Type.String()),
  nature: orNull(Type.String()),
  form: orNull(Named),
  sponsorOrgId: orNull(OrgId),
  code: orNull(Type.String()),
  codes: Type.Array(
    Type.Object({
      code: Type.String(),
      fromOn: DayText,
      toOn: orNull(DayText),
      reason: orNull(Type.String()),
      endedReason: orNull(Type.String()),
    }),
  ),
  districts: Type.Array(District),
  stage: Type.Object({ id: Type.String(), name: Type.String(), since: DayText, closed: Type.Boolean() }),
  batches: Type.Array(Type.Object({ set: Type.String(), name: Type.String() })),
  stages: Type.Array(StageStep),
  /** null outside the reader's scope. */
  detail: orNull(
    Type.Object({
      content: orNull(Type.String()),
      periodStart: orNull(Type.String()),
      periodEnd: orNull(Type.String()),
      totalFen: orNull(FenText),
      fundSource: orNull(Type.String()),
      company: orNull(Type.String()),
      uscc: orNull(Type.String()),
      remark: orNull(Type.String()),
    }),
  ),
  entries: Type.Array(
    Type.Object({
      year: Type.Integer(),
      category: Category,
      plannedStart: orNull(Type.String()),
      totalFen: orNull(FenText),
      planYearFen: orNull(FenText),
      doneBeforeFen: orNull(FenText),
    }),
  ),
  memberships: Type.Array(MembershipLine),
  holders: Type.Array(HolderLine),
  links: Type.Array(
    Type.Object({
      kind: oneOf([...linkKinds, 'part-of']),
      /** Whether this project is the one the sentence begins with. */
      outgoing: Type.Boolean(),
      otherId: ProjectId,
      otherNumber: Type.String(),
      otherName: Type.String(),
      reason: Type.String(),
    }),
  ),
  mergedInto: orNull(ProjectId),
  /** Counted elsewhere (拆分, 合并, 打捆): from which month on, and why. */
  apart: orNull(Type.Object({ fromMonth: MonthText, untilMonth: orNull(MonthText), reason: Type.String() })),
  withdrawn: Type.Boolean(),
});

export const readProject = defineRoute({
  method: 'GET',
  path: '/projects/:id',
  permission: 'project.view',
  input: OneProject,
  output: ProjectPage,
  refusals: ['project.not_found'],
  summary: '项目档案',
});

const Card = {
  industry: Type.Optional(orNull(shortText('行业'))),
  nature: Type.Optional(orNull(shortText('建设性质'))),
  form: Type.Optional(orNull(Type.String({ title: '项目类型', maxLength: 64 }))),
  sponsorOrgId: Type.Optional(orNull(OrgId)),
  code: Type.Optional(orNull(Type.String({ title: '项目代码', maxLength: 64 }))),
  detail: Type.Optional(DetailInput),
  entry: Type.Optional(EntryInput),
  responsibilities: Type.Optional(HoldersInput),
  link: Type.Optional(LinkInput),
};

const Name = Type.String({ title: '项目名称', minLength: 1, maxLength: 200 });
const Districts = Type.Array(OrgId, { title: '建设地点', minItems: 1, maxItems: 30, uniqueItems: true });

const cardRefusals = [
  'project.duplicate',
  'project.no_name',
  'project.no_district',
  'project.link_needs_reason',
  'project.link_to_itself',
  'project.org_unknown',
  'project.outside_scope',
  'project.form_unknown',
  'project.responsibility_unknown',
  'secrecy.marked',
];

export const createProject = defineRoute({
  method: 'POST',
  path: '/projects',
  permission: 'project.create',
  input: Type.Object({
    name: Name,
    districts: Districts,
    stage: Type.Optional(Type.String({ title: '阶段', maxLength: 64 })),
    ...Card,
  }),
  output: Type.Object({ projectId: ProjectId, number: Type.String(), version: Type.Integer() }),
  refusals: [...cardRefusals, 'stage.unknown', 'project.not_found'],
  summary: '建立项目档案',
});

export const editProject = defineRoute({
  method: 'PATCH',
  path: '/projects/:id',
  permission: 'project.edit',
  input: Type.Object({
    id: ProjectId,
    ...Versioned,
    name: Type.Optional(Name),
    districts: Type.Optional(Districts),
    ...Card,
    reason: Type.Optional(shortText('修改理由', 500)),
  }),
  output: Type.Object({ version: Type.Integer(), changed: Type.Array(Type.String()) }),
  refusals: [
    ...cardRefusals,
    'project.not_found',
    'project.stale',
    'project.withdrawn',
    'project.code_change_needs_reason',
  ],
  summary: '修改项目档案；他人已先保存的，拒绝并附两版',
});

export const projectPhone = defineRoute({
  method: 'GET',
  path: '/projects/:id/phone',
  permission: 'project.reveal-phone',
  input: Type.Object({
    id: ProjectId,
    kind: Type.String({ title: '责任种类', maxLength: 64 }),
    name: Type.String({ title: '姓名', maxLength: 100 }),
  }),
  output: Type.Object({ phone: Type.String() }),
  refusals: ['project.not_found', 'project.outside_scope'],
  summary: '显示责任人电话，留下审计记录',
  audited: true,
});

export const projectHistory = defineRoute({
  method: 'GET',
  path: '/projects/:id/history',
  permission: 'project.view',
  input: OneProject,
  output: Type.Array(
    Type.Object({
      version: Type.Integer(),
      act: Type.String(),
      by: Type.String(),
      at: InstantText,
      onDay: DayText,
      reason: orNull(Type.String()),
      changes: Type.Array(
        Type.Object({ field: Type.String(), before: orNull(Type.String()), after: orNull(Type.String()) }),
      ),
    }),
  ),
  refusals: ['project.not_found'],
  summary: '项目变更记录：何人何时改了什么，改前改后；范围之外为空',
});

const DimensionLight = Type.Object({ id: Type.String(), name: Type.String(), light: orNull(Light) });

export const projectLight = defineRoute({
  method: 'GET',
  path: '/projects/:id/light',
  permission: 'project.view',
  input: Type.Object({ id: ProjectId, asOf: AsOf }),
  output: Type.Object({
    asOf: DayText,
    month: orNull(MonthText),
    overall: orNull(Light),
    /** The day on which it was evaluated. */
    evaluatedOn: orNull(DayText),
    dimensions: Type.Array(DimensionLight),
    /** Sentences; empty where the figures lie outside the reader's scope. */
    why: Type.Array(Type.String()),
    /** Leads to the rules and every input; null outside the reader's scope. */
    evaluationId: orNull(Type.String()),
    /** Why no light: owes no report. */
    apart: orNull(Type.String()),
    history: Type.Array(Type.Object({ month: MonthText, overall: orNull(Light) })),
  }),
  refusals: ['project.not_found'],
  summary: '项目某日的灯及其缘由：规则、数值、评价日',
});

/** A project with all that its file card shows. */
export type Project = OutputOf<typeof readProject>;
