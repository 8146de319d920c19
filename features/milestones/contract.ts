import { type Static, Type } from 'typebox';
import {
  DayText,
  dayText,
  defineRoute,
  InstantText,
  idText,
  MonthText,
  monthText,
  oneOf,
  orNull,
} from '#http/client';

const ProjectId = idText<'project'>({ title: '项目' });
const Light = orNull(oneOf(['green', 'yellow', 'red', 'grey']));

const MilestoneLine = Type.Object({
  id: Type.String(),
  name: Type.String(),
  basis: Type.String(),
  planned: orNull(MonthText),
  doneOn: orNull(DayText),
  notNeeded: Type.Boolean(),
  /** 0: nobody wrote anything yet. */
  number: Type.Integer(),
  reason: orNull(Type.String()),
  by: orNull(Type.String()),
  at: orNull(InstantText),
  daysLate: Type.Integer(),
  overdue: Type.Boolean(),
});
export type MilestoneLine = Static<typeof MilestoneLine>;

export const projectMilestones = defineRoute({
  method: 'GET',
  path: '/projects/:id/milestones',
  permission: 'milestone.view-project',
  input: Type.Object({ id: ProjectId }),
  output: Type.Object({
    projectId: ProjectId,
    number: Type.String(),
    name: Type.String(),
    stage: Type.String(),
    today: DayText,
    /** The stage is one in which formalities are planned. */
    applies: Type.Boolean(),
    /** Null where the city does not light formalities. */
    light: Light,
    lightText: orNull(Type.String()),
    lines: Type.Array(MilestoneLine),
    mayEdit: Type.Boolean(),
  }),
  refusals: ['project.not_found'],
  summary: '项目的手续计划和办结情况',
});

export const saveMilestones = defineRoute({
  method: 'POST',
  path: '/projects/:id/milestones',
  permission: 'milestone.edit',
  input: Type.Object({
    id: ProjectId,
    lines: Type.Array(
      Type.Object({
        id: Type.String({ title: '手续', maxLength: 64 }),
        expectedNumber: Type.Integer({ minimum: 0, title: '版本' }),
        planned: orNull(monthText({ title: '计划月份' })),
        doneOn: orNull(dayText({ title: '办结日期' })),
        notNeeded: Type.Boolean({ title: '不需要' }),
      }),
      { minItems: 1, maxItems: 50, title: '手续' },
    ),
    reason: Type.Optional(orNull(Type.String({ title: '调整原因', maxLength: 500 }))),
  }),
  output: Type.Object({ changed: Type.Integer() }),
  refusals: [
    'project.not_found',
    'milestone.unknown',
    'milestone.stale',
    'milestone.done_in_future',
    'milestone.reason_missing',
    'milestone.not_needed_but_done',
    'secrecy.marked',
  ],
  summary: '排定手续计划、登记办结；已定的计划月份改动须写原因',
});

const MilestoneProject = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districts: Type.Array(Type.String()),
  stage: Type.String(),
  done: Type.Integer(),
  needed: Type.Integer(),
  planned: Type.Integer(),
  light: Light,
  /** The formality that is longest overdue. */
  worst: orNull(
    Type.Object({ name: Type.String(), planned: MonthText, daysLate: Type.Integer(), more: Type.Integer() }),
  ),
});
export type MilestoneProject = Static<typeof MilestoneProject>;

const Filter = {
  view: Type.Optional(oneOf(['late', 'unplanned', 'all'], { title: '情况' })),
};

export const listMilestones = defineRoute({
  method: 'GET',
  path: '/milestones',
  permission: 'milestone.view',
  input: Type.Object(Filter),
  output: Type.Object({
    today: DayText,
    lightText: orNull(Type.String()),
    counts: Type.Object({ late: Type.Integer(), unplanned: Type.Integer(), all: Type.Integer() }),
    rows: Type.Array(MilestoneProject),
  }),
  refusals: [],
  summary: '前期项目手续进展；view=late 为逾期的',
});

export const exportMilestones = defineRoute({
  method: 'GET',
  path: '/milestones/export',
  permission: 'milestone.export',
  input: Type.Object(Filter),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: [],
  summary: '导出前期项目手续进展（XLSX）',
  audited: true,
});
