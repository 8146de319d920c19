import { Type } from 'typebox';
import {
  DayText,
  defineRoute,
  FenText,
  idText,
  MonthText,
  Nothing,
  oneOf,
  orNull,
  Page,
  PageInput,
} from '#http/client';
import { AsOf, Category, District, Light, Named, ProjectId, Year } from './field.ts';

/** What the lists, forms and filters offer: the city's own words in the order of its pack. */
export const projectChoices = defineRoute({
  method: 'GET',
  path: '/projects/choices',
  permission: 'project.view',
  input: Nothing,
  output: Type.Object({
    /** Years with projects, latest first; the first is shown unless another is chosen. */
    years: Type.Array(Type.Integer()),
    today: DayText,
    mayCreate: Type.Boolean(),
    districts: Type.Array(District),
    departments: Type.Array(District),
    lists: Type.Array(Named),
    stages: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), closed: Type.Boolean() })),
    forms: Type.Array(Named),
    responsibilities: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        holder: oneOf(['person', 'department', 'unit']),
        several: Type.Boolean(),
      }),
    ),
  }),
  refusals: [],
  summary: '项目筛选和填写时可选的地区、清单、阶段等',
});

/** Columns of the list, in their order. */
export const lineColumnIds = [
  'number',
  'name',
  'districts',
  'category',
  'stage',
  'lists',
  'leadDepts',
  'totalFen',
  'planYearFen',
  'cumFen',
  'rate',
  'light',
] as const;

export const projectSorts = ['number', 'name', 'total', 'plan', 'district', 'stage', 'updated'] as const;

const Filter = {
  text: Type.Optional(Type.String({ title: '名称、编号或代码', maxLength: 100 })),
  district: Type.Optional(idText<'organisation'>({ title: '地区' })),
  /** Only projects whose first district it is: in it they are counted. */
  leading: Type.Optional(Type.Boolean({ title: '只看计入该地区的' })),
  holder: Type.Optional(idText<'organisation'>({ title: '责任单位' })),
  list: Type.Optional(Type.String({ title: '清单', maxLength: 64 })),
  year: Type.Optional(Year),
  category: Type.Optional(Category),
  stages: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { title: '阶段', maxItems: 30 })),
  light: Type.Optional(Light),
  /** Within the reader's scope: without a plan, or without a report for the month of the lights. */
  lacks: Type.Optional(oneOf(['plan', 'report'], { title: '缺计划或月报' })),
  asOf: AsOf,
  /** Only projects within the reader's scope. */
  own: Type.Optional(Type.Boolean({ title: '只看职责范围内' })),
};

const Order = {
  sort: Type.Optional(oneOf(projectSorts, { title: '排序' })),
  descending: Type.Optional(Type.Boolean({ title: '从大到小' })),
};

export const ProjectLine = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districts: Type.Array(District),
  category: orNull(Category),
  stage: Named,
  lists: Type.Array(Named),
  leadDepts: Type.Array(Type.String()),
  /** Money is null outside the reader's scope. */
  totalFen: orNull(FenText),
  planYearFen: orNull(FenText),
  cumFen: orNull(FenText),
  /** null: no light that month, since the project owes no report. */
  light: orNull(Light),
  /** Why there is no light: 前期、已完工 … */
  apart: orNull(Type.String()),
  withinScope: Type.Boolean(),
  merged: Type.Boolean(),
  /** Why its money counts elsewhere; null: it counts here. */
  countsNot: orNull(Type.String()),
});

/** The day asked and the month whose evaluation stood then. */
const LitMonth = { asOf: DayText, month: orNull(MonthText) };

export const listProjects = defineRoute({
  method: 'GET',
  path: '/projects',
  permission: 'project.view',
  input: Type.Object({ ...PageInput, ...Filter, ...Order }),
  output: Type.Intersect([Page(ProjectLine), Type.Object(LitMonth)]),
  refusals: ['list.unknown'],
  summary: '项目清单，可按地区、清单、年度、类别、阶段、灯筛选',
});

export const projectTotals = defineRoute({
  method: 'GET',
  path: '/projects/totals',
  permission: 'project.view',
  input: Type.Object(Filter),
  output: Type.Object({
    ...LitMonth,
    projects: Type.Integer(),
    /** Of these, how many the reader sees the money of: the sums are theirs. */
    counted: Type.Integer(),
    totalFen: FenText,
    planYearFen: FenText,
    cumFen: FenText,
    lights: Type.Object({
      green: Type.Integer(),
      yellow: Type.Integer(),
      red: Type.Integer(),
      grey: Type.Integer(),
    }),
    /** Without a light: they owe no report. */
    apart: Type.Integer(),
  }),
  refusals: ['list.unknown'],
  summary: '筛选出的项目合计',
});

export const exportProjects = defineRoute({
  method: 'GET',
  path: '/projects/export',
  permission: 'project.export',
  input: Type.Object({
    ...Filter,
    ...Order,
    /** All of them unless named. */
    columns: Type.Optional(Type.Array(oneOf(lineColumnIds), { title: '列', minItems: 1, maxItems: 20 })),
    unit: Type.Optional(oneOf(['万元', '亿元'], { title: '单位' })),
  }),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: ['list.unknown', 'project.export_too_large'],
  summary: '按当前筛选和排序导出项目清单（XLSX）',
  audited: true,
});
