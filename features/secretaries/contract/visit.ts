import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, idText, oneOf, orNull } from '#http/client';

export const ProjectId = idText<'project'>({ title: '项目' });
const VisitId = idText<'visit'>({ title: '走访' });
export const Light = orNull(oneOf(['green', 'yellow', 'red', 'grey']));
const Named = Type.Object({ id: Type.String(), name: Type.String() });

const optional = (title: string, maxLength: number) =>
  Type.Optional(orNull(Type.String({ title, maxLength })));

/** What may be written of a visit. Only the day and the way must be said: the rest where there is something to say. */
const Said = {
  visitedOn: dayText({ title: '走访日期' }),
  way: Type.String({ title: '走访方式', minLength: 1, maxLength: 64 }),
  met: optional('走访对象', 200),
  findings: optional('了解到的情况', 2000),
  nextStep: optional('下一步', 500),
  nextOn: Type.Optional(orNull(dayText({ title: '下一步日期' }))),
  blocker: optional('遇到的阻碍', 2000),
  /** One of the causes the city's problems are sorted by. */
  cause: optional('阻碍的类别', 64),
};

const saidRefusals = [
  'project.not_found',
  'visit.in_future',
  'visit.no_such_way',
  'visit.next_without_day',
  'visit.next_before_visit',
  'visit.no_such_cause',
  'secrecy.marked',
];

const Version = Type.Object({
  number: Type.Integer(),
  visitedOn: DayText,
  way: Named,
  met: orNull(Type.String()),
  findings: orNull(Type.String()),
  nextStep: orNull(Type.String()),
  nextOn: orNull(DayText),
  blocker: orNull(Type.String()),
  cause: orNull(Named),
  withdrawn: Type.Boolean(),
  /** Why it was corrected; null: as first written. */
  reason: orNull(Type.String()),
  by: Type.String(),
  at: InstantText,
});

const VisitLine = Type.Intersect([
  Version,
  Type.Object({
    visitId: VisitId,
    /** What was written before, latest first. */
    earlier: Type.Array(Version),
    mayCorrect: Type.Boolean(),
    /** The matter its blocker became. */
    problem: orNull(
      Type.Object({
        matterId: Type.String(),
        number: Type.String(),
        state: Type.String(),
        closed: Type.Boolean(),
      }),
    ),
  }),
]);
export type VisitLine = Static<typeof VisitLine>;

const Choices = { ways: Type.Array(Named), causes: Type.Array(Named) };

export const projectVisits = defineRoute({
  method: 'GET',
  path: '/projects/:id/visits',
  permission: 'secretary.view-log',
  input: Type.Object({ id: ProjectId }),
  output: Type.Object({
    projectId: ProjectId,
    number: Type.String(),
    name: Type.String(),
    stage: Type.String(),
    today: DayText,
    /** Those named for the project. */
    secretaries: Type.Array(Type.String()),
    silentDays: Type.Integer(),
    basis: Type.String(),
    lastOn: orNull(DayText),
    mayRecord: Type.Boolean(),
    ...Choices,
    /** The latest day first. */
    visits: Type.Array(VisitLine),
  }),
  refusals: ['project.not_found'],
  summary: '项目的服务秘书工作记录：走访、下一步、阻碍和由此提出的问题',
});

export const recordVisit = defineRoute({
  method: 'POST',
  path: '/projects/:id/visits',
  permission: 'secretary.record',
  input: Type.Object({ id: ProjectId, ...Said }),
  output: Type.Object({ visitId: VisitId, number: Type.Integer() }),
  refusals: saidRefusals,
  summary: '记录一次走访',
});

export const correctVisit = defineRoute({
  method: 'POST',
  path: '/projects/:id/visits/:visitId/correction',
  permission: 'secretary.record',
  input: Type.Object({
    id: ProjectId,
    visitId: VisitId,
    /** The version its author was looking at. */
    expectedNumber: Type.Integer({ minimum: 1, title: '所见版本' }),
    ...Said,
    /** Written by mistake: it no longer counts, and stays to be read. */
    withdrawn: Type.Boolean({ title: '作废' }),
    reason: Type.String({ title: '更正原因', minLength: 1, maxLength: 300 }),
  }),
  output: Type.Object({ visitId: VisitId, number: Type.Integer() }),
  refusals: [...saidRefusals, 'visit.unknown', 'visit.stale', 'visit.not_yours'],
  summary: '更正或作废走访记录，原记录保留',
});

const ServedProject = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districts: Type.Array(Type.String()),
  stage: Type.String(),
  light: Light,
  last: orNull(Type.Object({ on: DayText, way: Type.String(), met: orNull(Type.String()) })),
  /** Null: never visited. */
  daysSilent: orNull(Type.Integer()),
  silent: Type.Boolean(),
  nextStep: orNull(Type.String()),
  nextOn: orNull(DayText),
  nextLate: Type.Boolean(),
  openMatters: Type.Integer(),
});
export type ServedProject = Static<typeof ServedProject>;

export const myServedProjects = defineRoute({
  method: 'GET',
  path: '/secretaries/mine',
  permission: 'secretary.view-mine',
  input: Type.Object({}),
  output: Type.Object({
    today: DayText,
    silentDays: Type.Integer(),
    basis: Type.String(),
    ...Choices,
    /** Silent ones first, the longest silent on top; then by the next step. */
    projects: Type.Array(ServedProject),
  }),
  refusals: [],
  summary: '服务秘书本人的项目：最近走访、下一步、未走访天数、灯、未办结事项',
});
