import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, FenText, InstantText, MonthText, orNull } from '#http/client';
import { AboutProject, AsOf, EvaluationId, Light } from './field.ts';

const OneEvaluation = Type.Object({ id: EvaluationId });

const ReasonedDimension = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** null: does not apply to the project that month. */
  light: orNull(Light),
  /** One sentence: figures, range, light. */
  sentence: orNull(Type.String()),
  basis: orNull(Type.String()),
});

/** An input as people read it; an amount stands in `fen` so that each reader sees it in the unit chosen. */
const Input = Type.Object({ name: Type.String(), text: orNull(Type.String()), fen: orNull(FenText) });

export const EvaluationView = Type.Object({
  evaluationId: EvaluationId,
  ...AboutProject,
  month: MonthText,
  evaluatedOn: DayText,
  recordedAt: InstantText,
  recordedBy: Type.String(),
  overall: Light,
  dimensions: Type.Array(ReasonedDimension),
  inputs: Type.Array(Input),
  sentences: Type.Array(Type.String()),
  rules: Type.Object({
    id: Type.String(),
    number: Type.Integer(),
    name: Type.String(),
    /** A clause, or 平台默认值. */
    basis: Type.String(),
    platformDefault: Type.Boolean(),
  }),
});
export type EvaluationView = Static<typeof EvaluationView>;

export const why = defineRoute({
  method: 'GET',
  path: '/progress/evaluations/:id',
  permission: 'lights.why',
  input: OneEvaluation,
  output: EvaluationView,
  refusals: ['evaluation.not_found'],
  summary: '一盏灯为何如此：规则及版本、数值、评价日、依据',
});

export const replay = defineRoute({
  method: 'GET',
  path: '/progress/evaluations/:id/replay',
  permission: 'lights.why',
  input: OneEvaluation,
  output: Type.Object({
    evaluationId: EvaluationId,
    /** The stored inputs and rules give the same light again. */
    same: Type.Boolean(),
    stored: Light,
    differences: Type.Array(Type.String()),
  }),
  refusals: ['evaluation.not_found'],
  summary: '按保存的数值和规则重算一盏灯，看是否相同',
});

export const evaluateLights = defineRoute({
  method: 'POST',
  path: '/progress/evaluations',
  permission: 'lights.evaluate',
  input: Type.Object({ asOf: Type.Optional(dayText({ title: '评价日' })) }),
  output: Type.Object({
    asOf: DayText,
    month: MonthText,
    ruleSetId: Type.String(),
    ruleSetNumber: Type.Integer(),
    lit: Type.Integer(),
    changed: Type.Integer(),
    takenBack: Type.Integer(),
  }),
  refusals: ['lights.whole_city_only', 'lights.no_rule_set', 'lights.day_ahead'],
  summary: '按某日的情况评价应评月份的灯；可重复，数值未变的不变',
});

const RuleLine = Type.Object({
  /** In words: 完成率 ≥ 90%; 本月未填报 … */
  when: Type.String(),
  light: Light,
  /** For some months only. */
  months: orNull(Type.String()),
});

export const RuleSetView = Type.Object({
  id: Type.String(),
  /** 0: of the pack, not used yet. */
  number: Type.Integer(),
  name: Type.String(),
  effectiveFrom: DayText,
  basis: Type.String(),
  platformDefault: Type.Boolean(),
  evaluationDay: Type.Integer(),
  order: Type.Array(Light),
  dimensions: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      basis: Type.String(),
      platformDefault: Type.Boolean(),
      /** What is measured, in one sentence. */
      measure: Type.String(),
      appliesTo: Type.String(),
      lines: Type.Array(RuleLine),
      consecutive: Type.Array(Type.String()),
    }),
  ),
  proof: Type.Object({
    /** Every possible value has exactly one light. */
    complete: Type.Boolean(),
    faults: Type.Array(Type.String()),
  }),
});
export type RuleSetView = Static<typeof RuleSetView>;

export const ruleSets = defineRoute({
  method: 'GET',
  path: '/progress/rules',
  permission: 'lights.view',
  input: Type.Object({ asOf: AsOf }),
  output: Type.Object({ asOf: DayText, rules: Type.Array(RuleSetView) }),
  refusals: ['lights.no_rule_set'],
  summary: '某日生效的亮灯规则：逐条成句，附版本、依据和完备性证明',
});
