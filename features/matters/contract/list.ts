import { type Static, Type } from 'typebox';
import { DayText, defineRoute, InstantText, monthText, oneOf, Page, PageInput } from '#http/client';
import { dueColumns, MatterLine, OrgId, ProjectId, Word } from './field.ts';

const several = (title: string) => Type.Optional(Type.Array(Word, { title, maxItems: 60 }));

const Filter = {
  kinds: several('种类'),
  states: several('环节'),
  levels: several('协调层级'),
  lead: Type.Optional(OrgId),
  /** `seated`: my organisations or I have any seat; `lead`: mine lead; `raised`: I raised it myself. */
  mine: Type.Optional(oneOf(['seated', 'lead', 'raised'], { title: '与我有关' })),
  projectId: Type.Optional(ProjectId),
  open: Type.Optional(Type.Boolean({ title: '未办结' })),
  overdue: Type.Optional(Type.Boolean({ title: '超期' })),
  /** Due within so many natural days, overdue ones included. */
  dueInDays: Type.Optional(Type.Integer({ title: '几日内到期', minimum: 0, maximum: 366 })),
  openedMonth: Type.Optional(monthText({ title: '提出月份' })),
  words: Type.Optional(Type.String({ title: '编号或标题', maxLength: 100 })),
};
export const listMatters = defineRoute({
  method: 'GET',
  path: '/matters',
  permission: 'matter.view',
  input: Type.Object({ ...PageInput, ...Filter }),
  output: Type.Intersect([Page(MatterLine), Type.Object({ now: InstantText })]),
  refusals: [],
  summary: '事项清单，未办结的按剩余时间排序，可按种类、单位、项目、环节、层级、期限筛选',
});

/** The same filter as a workbook. */
export const exportMatters = defineRoute({
  method: 'GET',
  path: '/matters/export',
  permission: 'matter.export',
  input: Type.Object(Filter),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: ['matter.export_too_large'],
  summary: '按当前筛选导出事项清单（XLSX）',
  audited: true,
});

export const matterBoard = defineRoute({
  method: 'GET',
  path: '/matters/board',
  permission: 'matter.view',
  input: Type.Object({
    /** Another unit than the reader's own, where that is in reach. */
    lead: Type.Optional(OrgId),
    /** Every matter in reach, whoever leads: for offices of the whole city. */
    whole: Type.Optional(Type.Boolean({ title: '全部' })),
    kinds: several('种类'),
  }),
  output: Type.Object({
    now: InstantText,
    today: DayText,
    /** `own`: led by the reader's organisations; `reach`: whatever the reader sees. */
    of: oneOf(['own', 'unit', 'reach']),
    total: Type.Integer(),
    /** In a column no more than a thousand are counted: there are more than the total says. */
    more: Type.Boolean(),
    /** Always all columns but `none`, in their order; `none` only where there are any. */
    columns: Type.Array(
      Type.Object({
        id: oneOf(dueColumns),
        name: Type.String(),
        count: Type.Integer(),
        more: Type.Boolean(),
        /** The first fifty. */
        rows: Type.Array(MatterLine),
      }),
    ),
  }),
  refusals: [],
  summary: '办理看板：本单位牵头的未办结事项按剩余天数分栏',
});
export type MatterBoard = Static<(typeof matterBoard)['output']>;
