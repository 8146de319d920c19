import { type Static, Type } from 'typebox';
import { defineRoute, idText, MonthText, monthText, oneOf, orNull } from '#http/client';
import { FileId, GivenInput, heldRefusals, Moved, OrgId, ProjectId, shortText, word } from './field.ts';

/**
 * Where a matter opened on this page comes from. `report` and `light` name the project's month, `secretary` the visit in
 * whose log the service secretary wrote of it.
 */
export const openSources = ['hand', 'report', 'light', 'hotline', 'meeting', 'secretary'] as const;

export const LevelInput = Type.Object(
  { level: word('协调层级'), reason: shortText('改变层级的理由') },
  { title: '协调层级' },
);

/** What opening a matter asks for, beside its kind and source. */
export const NewMatterInput = {
  title: shortText('标题', 200),
  given: GivenInput,
  projectId: Type.Optional(ProjectId),
  orgId: Type.Optional(OrgId),
  enterprise: Type.Optional(shortText('企业', 200)),
  urgent: Type.Optional(Type.Boolean({ title: '紧急' })),
  lead: Type.Optional(OrgId),
  support: Type.Optional(Type.Array(OrgId, { title: '配合单位', maxItems: 20 })),
  level: Type.Optional(LevelInput),
};

export const openMatter = defineRoute({
  method: 'POST',
  path: '/matters',
  permission: 'matter.open',
  input: Type.Object({
    kind: word('种类'),
    ...NewMatterInput,
    source: Type.Optional(oneOf(openSources, { title: '来源' })),
    /** Of `report` and `light`. */
    month: Type.Optional(monthText({ title: '月份' })),
    /** The number it bears in the other system. */
    sourceKey: Type.Optional(shortText('来源编号', 100)),
  }),
  output: Moved,
  refusals: [
    ...heldRefusals,
    'matter.no_such_kind',
    'matter.kind_off',
    'matter.may_not_open',
    'matter.no_title',
    'matter.no_project',
    'matter.fields_missing',
    'matter.field_wrong',
    'matter.no_such_file',
    'matter.already_taken_in',
    'matter.lead_by_office',
    'matter.no_such_unit',
    'matter.route_no_level',
    'matter.route_no_reason',
    'matter.source_month',
    'matter.source_visit',
    'matter.only_by_number',
    'project.not_found',
  ],
  summary: '提出事项：按路由定协调层级，开始计时',
});

/** Files are sent first, then named by id in what is given with an action or an opening. */
export const sendMatterFile = defineRoute({
  method: 'POST',
  path: '/matters/files',
  permission: 'matter.attach',
  upload: true,
  input: Type.Object({}),
  output: Type.Object({ fileId: FileId, name: Type.String(), sizeBytes: Type.Integer() }),
  refusals: [
    'files.empty',
    'files.too_large',
    'files.kind_not_accepted',
    'files.macros',
    'files.password',
    'files.disk_full',
    'secrecy.marked',
  ],
  summary: '上传提出或办理事项要附的文件',
});

const Proposal = Type.Object({
  source: oneOf(['report', 'light']),
  month: MonthText,
  project: Type.Object({ projectId: ProjectId, number: Type.String(), name: Type.String() }),
  district: orNull(Type.String()),
  title: Type.String(),
  /** The words of the report, or why the light is red. */
  content: Type.String(),
  by: orNull(Type.String()),
  /** An open problem of the project there is already: perhaps this one. */
  openProblems: Type.Array(
    Type.Object({ matterId: idText<'Matter'>(), number: Type.String(), title: Type.String() }),
  ),
});
export type MatterProposal = Static<typeof Proposal>;

export const proposedProblems = defineRoute({
  method: 'GET',
  path: '/matters/proposals',
  permission: 'matter.open',
  input: Type.Object({
    /** Without it the latest month that was evaluated, or reported. */
    month: Type.Optional(monthText({ title: '月份' })),
  }),
  output: Type.Object({ month: MonthText, proposals: Type.Array(Proposal) }),
  refusals: [],
  summary: '可以转为问题的：月报中的存在问题，和还没有未办结问题的红灯',
});
