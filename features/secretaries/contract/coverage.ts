import { type Static, Type } from 'typebox';
import { DayText, defineRoute, idText, oneOf, orNull } from '#http/client';
import { Light, ProjectId } from './visit.ts';

const OrgId = idText<'organisation'>({ title: '地区' });

/**
 * `active`: a visit within the pack's days; `silent`: none; `missing`: the rule asks for a secretary and nobody is named;
 * `unknown`: the project's data do not tell whether the rule asks.
 */
export const coverageStates = ['active', 'silent', 'missing', 'unknown'] as const;

const CoverageRow = Type.Object({
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  districts: Type.Array(Type.Object({ orgId: OrgId, name: Type.String() })),
  stage: Type.String(),
  light: Light,
  /** The rule asks for a secretary; false: one is named beyond what it asks. */
  asked: Type.Boolean(),
  state: oneOf(coverageStates),
  secretaries: Type.Array(Type.String()),
  lastOn: orNull(DayText),
  daysSilent: orNull(Type.Integer()),
  nextStep: orNull(Type.String()),
  nextOn: orNull(DayText),
  nextLate: Type.Boolean(),
  openMatters: Type.Integer(),
});
export type CoverageRow = Static<typeof CoverageRow>;

const LoadRow = Type.Object({
  name: Type.String(),
  /** Told apart by person where known, otherwise by name. */
  key: Type.String(),
  /** A person of the register: only then can she have an account and write. */
  known: Type.Boolean(),
  projects: Type.Integer(),
  active: Type.Integer(),
  silent: Type.Integer(),
  lastOn: orNull(DayText),
  lateSteps: Type.Integer(),
  openMatters: Type.Integer(),
});
export type LoadRow = Static<typeof LoadRow>;

const Filter = {
  state: Type.Optional(oneOf(coverageStates, { title: '情况' })),
  district: Type.Optional(OrgId),
  secretary: Type.Optional(Type.String({ title: '服务秘书', maxLength: 100 })),
};

export const secretaryCoverage = defineRoute({
  method: 'GET',
  path: '/secretaries/coverage',
  permission: 'secretary.view-coverage',
  input: Type.Object(Filter),
  output: Type.Object({
    today: DayText,
    year: Type.Integer(),
    /** What the city calls it, its rule and clause; null: the city names none. */
    kind: orNull(
      Type.Object({
        name: Type.String(),
        rule: orNull(Type.String()),
        clause: orNull(Type.String()),
      }),
    ),
    silentDays: Type.Integer(),
    basis: Type.String(),
    counts: Type.Object({
      /** Projects the rule asks a secretary for, and of them those that have one. */
      asked: Type.Integer(),
      held: Type.Integer(),
      active: Type.Integer(),
      silent: Type.Integer(),
      missing: Type.Integer(),
      unknown: Type.Integer(),
    }),
    districts: Type.Array(Type.Object({ orgId: OrgId, name: Type.String(), count: Type.Integer() })),
    load: Type.Array(LoadRow),
    rows: Type.Array(CoverageRow),
  }),
  refusals: [],
  summary: '服务秘书配备和在岗情况：应配、已配、在岗、未走访，每人服务的项目数',
});

export const exportSecretaryCoverage = defineRoute({
  method: 'GET',
  path: '/secretaries/coverage/export',
  permission: 'secretary.export-coverage',
  input: Type.Object(Filter),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: [],
  summary: '导出服务秘书配备和在岗情况（XLSX）',
  audited: true,
});
