import { Type } from 'typebox';
import { DayText, defineRoute, oneOf, orNull } from '#http/client';
import { AsOf, Named, ProjectId, Year } from './field.ts';

const About = { projectId: ProjectId, number: Type.String(), name: Type.String() };

export const responsibilityGaps = defineRoute({
  method: 'GET',
  path: '/projects/gaps',
  permission: 'project.view-gaps',
  input: Type.Object({ year: Year }),
  output: Type.Object({
    year: Type.Integer(),
    rows: Type.Array(
      Type.Object({
        ...About,
        kind: Named,
        /** `unknown`: the card does not tell whether the rule asks for a holder. */
        result: oneOf(['missing', 'unknown']),
        rule: Type.String(),
      }),
    ),
  }),
  refusals: [],
  summary: '责任缺口：按规则须有人负责而没有的项目',
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
