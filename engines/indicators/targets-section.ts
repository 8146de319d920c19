import Type from 'typebox';
import { isMoneyUnit } from '#kernel/money';
import { mul, parseDecimal, rational, roundHalfUp } from '#kernel/rational';
import { definePackSection } from '#pack';
import { type Indicator, type IndicatorKind, wholesPer } from './domain/target.ts';

const Text = Type.String({ minLength: 1 });
const Kind = Type.Unsafe<IndicatorKind>({ type: 'string', enum: ['amount', 'count', 'growth'] });
const Side = Type.Unsafe<Indicator['achievedBy']>({ type: 'string', enum: ['reported', 'statistics'] });
const From = Type.Unsafe<'investment' | 'starts' | 'owner'>({
  type: 'string',
  enum: ['investment', 'starts', 'owner'],
});

const TargetsFile = Type.Object({
  indicators: Type.Array(
    Type.Object({
      id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
      name: Text,
      kind: Kind,
      unit: Text,
      reported: Type.Optional(Type.Object({ from: From, caliber: Text })),
      statistics: Type.Optional(Type.Object({ caliber: Text })),
      achievedBy: Side,
      departmentsSum: Type.Optional(Type.Boolean()),
      atLeast: Type.Optional(Type.Number()),
      clause: Type.Optional(Text),
      basis: Type.Optional(Text),
    }),
    { minItems: 1 },
  ),
});

/** Indicators with yearly targets. A city's file replaces the platform's as a whole. */
export const targetsSection = definePackSection<{ readonly indicators: readonly Indicator[] }>({
  id: 'targets',
  files: ['targets.yaml'],
  empty: { indicators: [] },
  read(files) {
    const yaml = files.yaml('targets.yaml', TargetsFile);
    if (!yaml) return files.result({ indicators: [] });
    const taken = new Set<string>();
    const indicators = yaml.value.indicators.map((one, index): Indicator => {
      const at = yaml.at('indicators', index);
      if (taken.has(one.id)) files.report(at, `指标“${one.name}”的 id 与前面重复`, '请改用没有用过的 id');
      taken.add(one.id);
      const fits = one.kind === 'amount' ? isMoneyUnit(one.unit) : one.kind !== 'growth' || one.unit === '%';
      if (!fits) files.report(at, `“${one.unit}”不能作“${one.name}”的单位`, '数额用万元、亿元，增速用 %');
      if (!one[one.achievedBy])
        files.report(at, `“${one.name}”没有写明完成数的口径`, `请补上 ${one.achievedBy}，或改 achievedBy`);
      if (!one.clause && !one.basis)
        files.report(at, `“${one.name}”没有依据`, '请写条款 clause，或写 basis: 平台默认值');
      const { clause, basis = clause ?? '', atLeast, ...rest } = one;
      const least = atLeast === undefined ? undefined : parseDecimal(String(atLeast));
      return {
        ...rest,
        basis: clause ?? basis,
        departmentsSum: one.departmentsSum ?? false,
        ...(least && fits ? { atLeast: roundHalfUp(mul(least, rational(wholesPer(one)))) } : {}),
      };
    });
    return files.result({ indicators });
  },
});
