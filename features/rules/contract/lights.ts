import { type Static, Type } from 'typebox';
import { DayText, defineRoute, InstantText, idText, MonthText, Nothing, oneOf, orNull } from '#http/client';

const Light = oneOf(['green', 'yellow', 'red', 'grey']);
const Counts = Type.Object({
  green: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  grey: Type.Integer(),
});

const Months = Type.Optional(Type.Array(Type.Integer()));
const Bound = Type.Optional(Type.String());
const Band = Type.Object({
  id: Type.String(),
  light: Light,
  from: Bound,
  above: Bound,
  to: Bound,
  below: Bound,
  months: Months,
});

export const RuleSetForm = Type.Object({
  id: Type.String(),
  name: Type.String(),
  effectiveFrom: DayText,
  basis: Type.String(),
  evaluationDay: Type.Integer(),
  order: Type.Array(Light),
  dimensions: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      basis: Type.Optional(Type.String()),
      formula: Type.String(),
      states: Type.Array(Type.Object({ state: Type.String(), light: Light, months: Months })),
      bands: Type.Array(Band),
      consecutive: Type.Optional(
        Type.Array(
          Type.Object({
            of: Type.Array(Type.String()),
            months: Type.Integer(),
            light: Light,
            newYear: oneOf(['restart', 'continue']),
          }),
        ),
      ),
    }),
  ),
});
export type RuleSetForm = Static<typeof RuleSetForm>;

export const readLightRules = defineRoute({
  method: 'GET',
  path: '/rules/lights',
  permission: 'overlay.view',
  input: Nothing,
  output: Type.Object({
    rules: RuleSetForm,
    /** 0: as the pack has it, not used yet. */
    number: Type.Integer(),
    inWords: Type.Array(Type.String()),
    formulas: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        unit: Type.String(),
        measure: Type.String(),
        appliesTo: Type.String(),
        alwaysApplies: Type.Boolean(),
        states: Type.Array(Type.Object({ state: Type.String(), words: Type.String() })),
      }),
    ),
    versions: Type.Array(
      Type.Object({
        number: Type.Integer(),
        name: Type.String(),
        effectiveFrom: DayText,
        basis: Type.String(),
        publishedAt: InstantText,
        publishedBy: Type.String(),
      }),
    ),
    /** The first day from which other rules may hold. */
    earliest: DayText,
    mayPropose: Type.Boolean(),
    mayTry: Type.Boolean(),
  }),
  refusals: ['lights.no_rule_set'],
  summary: '现行亮灯规则及其各版，可用的公式，新规则最早的生效日',
});
export type LightRules = Static<typeof readLightRules.output>;

export const tryLightRules = defineRoute({
  method: 'POST',
  path: '/rules/lights/trial',
  permission: 'overlay.try',
  input: Type.Object({
    content: Type.Optional(Type.String({ title: '内容', maxLength: 400_000 })),
    value: Type.Optional(Type.Unknown({ title: '内容' })),
  }),
  output: Type.Object({
    faults: Type.Array(Type.String()),
    /** Null: faulty, or no month is shown yet. */
    trial: orNull(
      Type.Object({
        month: MonthText,
        tried: Type.Integer(),
        before: Counts,
        after: Counts,
        changed: Type.Integer(),
        /** At most two hundred. */
        changes: Type.Array(
          Type.Object({
            projectId: idText<'project'>(),
            name: Type.String(),
            before: Light,
            after: Light,
            why: Type.Array(Type.String()),
          }),
        ),
      }),
    ),
  }),
  refusals: ['overlay.content_missing', 'lights.whole_city_only'],
  summary: '试算：若按这套规则，所示月份的灯会有哪些变化；不保存',
});
export type LightTrial = NonNullable<Static<typeof tryLightRules.output>['trial']>;
