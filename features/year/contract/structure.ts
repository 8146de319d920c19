import { type Static, Type } from 'typebox';
import {
  defineRoute,
  FenText,
  fenText,
  InstantText,
  idText,
  MonthText,
  monthText,
  oneOf,
  orNull,
} from '#http/client';
import { Approver, Fen, MonthsFen, ProjectId, Reason, Year } from './field.ts';

const StructureId = idText<'structure'>({ title: '结构调整' });
const NewName = Type.String({ title: '新项目名称', minLength: 1, maxLength: 200 });

const AmountsView = {
  totalFen: orNull(FenText),
  doneBeforeFen: orNull(FenText),
  planYearFen: orNull(FenText),
  monthsFen: Type.Array(orNull(FenText)),
  reportedFen: orNull(FenText),
};

export const StructureView = Type.Object({
  structureId: StructureId,
  kind: oneOf(['split', 'merge', 'bundle']),
  fromMonth: MonthText,
  reason: Type.String(),
  approver: Type.String(),
  by: Type.String(),
  at: InstantText,
  parts: Type.Array(
    Type.Object({
      projectId: ProjectId,
      number: Type.String(),
      name: Type.String(),
      role: oneOf(['before', 'after']),
      counts: Type.Boolean(),
      /** Amounts are null outside the reader's scope. */
      totalFen: orNull(FenText),
    }),
  ),
});
export type StructureView = Static<typeof StructureView>;

export const structures = defineRoute({
  method: 'GET',
  path: '/year/structures',
  permission: 'structure.view',
  input: Type.Object({ year: Year }),
  output: Type.Object({ structures: Type.Array(StructureView), mayChange: Type.Boolean() }),
  refusals: [],
  summary: '某年的拆分、合并和打捆',
});

export const structureBasis = defineRoute({
  method: 'GET',
  path: '/year/structures/basis/:id',
  permission: 'structure.change',
  input: Type.Object({ id: ProjectId }),
  output: Type.Object({
    projectId: ProjectId,
    number: Type.String(),
    name: Type.String(),
    /** The first month from which it may hold. */
    fromMonth: MonthText,
    year: Type.Integer(),
    /** Verified up to which month; null: nothing this year. */
    reportedMonth: orNull(MonthText),
    district: orNull(Type.String()),
    category: orNull(Type.String()),
    ...AmountsView,
  }),
  refusals: [
    'project.not_found',
    'project.outside_scope',
    'structure.counted_elsewhere',
    'structure.closed',
    'structure.not_in_year',
    'structure.month_not_verified',
  ],
  summary: '一个项目拆分、合并或打捆前须分清的各项金额，以及最早可自哪月起',
});

const Stated = {
  fromMonth: monthText({ title: '自哪月起' }),
  reason: Reason,
  approver: Approver,
};
const common = [
  'project.not_found',
  'project.outside_scope',
  'project.withdrawn',
  'project.no_name',
  'project.duplicate',
  'structure.too_few',
  'structure.counted_elsewhere',
  'structure.closed',
  'structure.not_in_year',
  'structure.month_evaluated',
  'structure.month_ahead',
  'structure.reported_already',
  'structure.month_not_verified',
  'access.same_person',
  'secrecy.marked',
] as const;
const Made = Type.Object({ structureId: StructureId, projectIds: Type.Array(ProjectId) });

export const splitProject = defineRoute({
  method: 'POST',
  path: '/year/structures/split/:id',
  permission: 'structure.change',
  input: Type.Object({
    id: ProjectId,
    ...Stated,
    parts: Type.Array(
      Type.Object({
        name: NewName,
        totalFen: Fen('总投资'),
        doneBeforeFen: Fen('以前年度完成'),
        planYearFen: Fen('年度计划'),
        monthsFen: MonthsFen,
        reportedFen: orNull(fenText({ title: '本年已完成' })),
      }),
      { title: '拆分后的项目', minItems: 2, maxItems: 50 },
    ),
  }),
  output: Made,
  refusals: [...common, 'structure.not_exact', 'structure.name_twice', 'structure.negative'],
  summary: '拆分项目：各部分的总投资、以前完成、各月计划、已完成须与原项目逐项相等',
});

const Joined = {
  projectIds: Type.Array(ProjectId, { title: '项目', minItems: 2, maxItems: 200 }),
  name: NewName,
  ...Stated,
};

export const mergeProjects = defineRoute({
  method: 'POST',
  path: '/year/structures/merge',
  permission: 'structure.change',
  input: Type.Object(Joined),
  output: Made,
  refusals: [...common, 'structure.twice', 'structure.differs'],
  summary: '合并几个项目为一个新项目，金额逐项相加',
});

export const bundleProjects = defineRoute({
  method: 'POST',
  path: '/year/structures/bundle',
  permission: 'structure.change',
  input: Type.Object({
    ...Joined,
    /** Which level reports and counts; the other is shown with its reason. */
    counts: oneOf(['parent', 'children'], { title: '由哪一层填报计数' }),
  }),
  output: Made,
  refusals: [...common, 'structure.twice', 'structure.differs'],
  summary: '打捆：设一个上级项目，只由一层填报和计数',
});
