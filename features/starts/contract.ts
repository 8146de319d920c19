import { type Static, Type } from 'typebox';
import { DayText, Done, dayText, defineRoute, InstantText, idText, oneOf, orNull } from '#http/client';

const ProjectId = idText<'project'>({ title: '项目' });
const FileId = idText<'file'>({ title: '附件' });
const Year = Type.Integer({ minimum: 2000, maximum: 2100, title: '年度' });
const Named = Type.Object({ id: Type.String(), name: Type.String() });

/**
 * `to-check`: said to have begun, and the district has not looked; `unpermitted`: begun without the proof; `refused`: the
 * district saw no start; `confirmed`; `waiting`: not begun.
 */
export const startStates = ['unpermitted', 'to-check', 'refused', 'confirmed', 'waiting'] as const;
const State = oneOf(startStates, { title: '情况' });

const Rule = {
  /** What counts as a start, in words. */
  text: Type.String(),
  clause: orNull(Type.String()),
};

const StartRow = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districts: Type.Array(Type.String()),
  stage: Type.String(),
  plannedStart: orNull(Type.String()),
  begun: Type.Boolean(),
  /** The proof that is missing; null where there is none missing. */
  missing: orNull(Type.String()),
  check: oneOf(['none', 'confirmed', 'refused']),
  seenOn: orNull(DayText),
  seenBy: orNull(Type.String()),
  ground: orNull(Type.String()),
  /** Every state it is in. */
  states: Type.Array(oneOf(startStates)),
  mayCheck: Type.Boolean(),
  mayShowProof: Type.Boolean(),
});
export type StartRow = Static<typeof StartRow>;

const Filter = {
  year: Year,
  state: Type.Optional(State),
  /** Without the rows. */
  countsOnly: Type.Optional(Type.Boolean({ title: '只要个数' })),
};

export const listStarts = defineRoute({
  method: 'GET',
  path: '/starts',
  permission: 'start.view',
  input: Type.Object(Filter),
  output: Type.Object({
    year: Type.Integer(),
    ...Rule,
    counts: Type.Record(Type.String(), Type.Integer()),
    rows: Type.Array(StartRow),
  }),
  refusals: [],
  summary: '开工认定：待核查、未持证开工、不认定的项目',
});

export const exportStarts = defineRoute({
  method: 'GET',
  path: '/starts/export',
  permission: 'start.export',
  input: Type.Object(Filter),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: [],
  summary: '导出开工认定名单（XLSX）',
  audited: true,
});

export const projectStart = defineRoute({
  method: 'GET',
  path: '/projects/:id/start',
  permission: 'start.view-project',
  input: Type.Object({ id: ProjectId }),
  output: Type.Object({
    row: StartRow,
    ...Rule,
    grounds: Type.Array(Named),
    proofs: Type.Array(Named),
    checks: Type.Array(
      Type.Object({
        outcome: oneOf(['confirmed', 'refused']),
        seenOn: DayText,
        seenBy: Type.String(),
        ground: orNull(Type.String()),
        note: orNull(Type.String()),
        fileId: orNull(FileId),
        by: Type.String(),
        at: InstantText,
      }),
    ),
    evidence: Type.Array(
      Type.Object({
        name: Type.String(),
        reference: Type.String(),
        on: orNull(DayText),
        note: orNull(Type.String()),
        fileId: orNull(FileId),
        by: Type.String(),
        at: InstantText,
      }),
    ),
  }),
  refusals: ['project.not_found'],
  summary: '项目的开工认定：现场核查和补交的佐证',
});

export const checkStart = defineRoute({
  method: 'POST',
  path: '/projects/:id/start/checks',
  permission: 'start.check',
  input: Type.Object({
    id: ProjectId,
    outcome: oneOf(['confirmed', 'refused'], { title: '核查结论' }),
    seenOn: dayText({ title: '现场核查日期' }),
    seenBy: Type.String({ title: '核查人', minLength: 1, maxLength: 100 }),
    ground: Type.Optional(orNull(Type.String({ title: '不认定的情形', maxLength: 64 }))),
    note: Type.Optional(orNull(Type.String({ title: '说明', maxLength: 1000 }))),
    fileId: Type.Optional(orNull(FileId)),
  }),
  output: Done,
  refusals: [
    'project.not_found',
    'project.outside_scope',
    'project.withdrawn',
    'start.seen_in_future',
    'start.ground_wrong',
    'secrecy.marked',
  ],
  summary: '登记区市县现场核查；阶段变更另办',
});

export const showStartProof = defineRoute({
  method: 'POST',
  path: '/projects/:id/start/evidence',
  permission: 'start.show-proof',
  input: Type.Object({
    id: ProjectId,
    kind: Type.String({ title: '佐证种类', maxLength: 64 }),
    reference: Type.String({ title: '文号或编号', minLength: 1, maxLength: 200 }),
    on: Type.Optional(orNull(dayText({ title: '佐证日期' }))),
    note: Type.Optional(orNull(Type.String({ title: '说明', maxLength: 1000 }))),
    fileId: Type.Optional(orNull(FileId)),
  }),
  output: Done,
  refusals: [
    'project.not_found',
    'project.outside_scope',
    'project.withdrawn',
    'start.evidence_kind',
    'start.evidence_in_future',
    'start.reference_empty',
    'secrecy.marked',
  ],
  summary: '补交开工佐证；“未持证开工”只因佐证而消除',
});
