import { type Static, Type } from 'typebox';
import { DayText, defineRoute, oneOf, orNull } from '#http/client';
import { AsOf, District, Named, OrgId, ProjectId, Year } from './field.ts';

const About = { projectId: ProjectId, number: Type.String(), name: Type.String() };

const GapFilter = {
  year: Year,
  kind: Type.Optional(Type.String({ title: '缺哪一种责任人', maxLength: 64 })),
  district: Type.Optional(OrgId),
  /** Without the rows. */
  countsOnly: Type.Optional(Type.Boolean({ title: '只要个数' })),
};

const GapRow = Type.Object({
  ...About,
  kind: Named,
  /** `unknown`: the card does not tell whether the rule asks for a holder. */
  result: oneOf(['missing', 'unknown']),
  rule: Type.String(),
  clause: orNull(Type.String()),
  districts: Type.Array(District),
  /** The offices that are to name the holder. */
  actedBy: Type.Array(Type.String()),
  openSince: DayText,
  daysOpen: Type.Integer(),
});
export type GapRow = Static<typeof GapRow>;

export const responsibilityGaps = defineRoute({
  method: 'GET',
  path: '/projects/gaps',
  permission: 'project.view-gaps',
  input: Type.Object(GapFilter),
  output: Type.Object({
    year: Type.Integer(),
    /** How many of each kind, and in each district, before the filter. */
    kinds: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), count: Type.Integer() })),
    districts: Type.Array(Type.Object({ ...District.properties, count: Type.Integer() })),
    rows: Type.Array(GapRow),
  }),
  refusals: [],
  summary: '责任缺口：按规则须有人负责而没有的项目，由谁补上，已缺多少天',
});

export const exportGaps = defineRoute({
  method: 'GET',
  path: '/projects/gaps/export',
  permission: 'project.export-gaps',
  input: Type.Object(GapFilter),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: [],
  summary: '导出责任缺口（XLSX）',
  audited: true,
});

export const statisticsStates = ['entered', 'due', 'not-yet', 'not-applicable', 'unknown'] as const;

export const statisticsEntry = defineRoute({
  method: 'GET',
  path: '/projects/statistics',
  permission: 'project.view-gaps',
  input: Type.Object({
    year: Year,
    asOf: AsOf,
    state: Type.Optional(oneOf(statisticsStates, { title: '入统情况' })),
    projectId: Type.Optional(ProjectId),
  }),
  output: Type.Object({
    asOf: DayText,
    year: Type.Integer(),
    /** What must be entered, in words. */
    rule: Type.String(),
    clause: orNull(Type.String()),
    counts: Type.Record(Type.String(), Type.Integer()),
    rows: Type.Array(
      Type.Object({
        ...About,
        state: oneOf(statisticsStates),
        enteredOn: orNull(DayText),
        statedOn: orNull(DayText),
      }),
    ),
  }),
  refusals: [],
  summary: '入统情况；state=due 为应统未统',
});
