import { Type } from 'typebox';
import { definePackSection } from '#pack';
import type { PlanCheckRules } from './domain/plan-check.ts';

const Basis = Type.String({ minLength: 1 });
const YearDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
const MonthNumber = Type.Integer({ minimum: 1, maximum: 12 });

const PlanCheckFile = Type.Object({
  winterStop: Type.Optional(Type.Object({ from: YearDay, to: YearDay, basis: Basis })),
  heaps: Type.Optional(
    Type.Array(
      Type.Object({
        from: MonthNumber,
        to: MonthNumber,
        percent: Type.Integer({ minimum: 1, maximum: 99 }),
        basis: Basis,
      }),
    ),
  ),
  zeroMonths: Type.Optional(Type.Object({ inARow: Type.Integer({ minimum: 1, maximum: 12 }), basis: Basis })),
});

const noRules: PlanCheckRules = { winterStop: null, heaps: [], zeroMonths: null };

/** `plan-check.yaml`: what plans are flagged by. A city adds to the platform's or replaces a part; no part, no flag. */
export const planCheckSection = definePackSection<PlanCheckRules>({
  id: 'plan-check',
  files: ['plan-check.yaml'],
  empty: noRules,
  read(files) {
    const yaml = files.yaml('plan-check.yaml', PlanCheckFile);
    if (!yaml) return files.result(noRules);
    const { winterStop = null, heaps = [], zeroMonths = null } = yaml.value;
    for (const [at, { from, to }] of heaps.entries()) {
      if (from > to)
        files.report(yaml.at('heaps', at), `起始月 ${from} 晚于终止月 ${to}`, '请按先后填写月份');
    }
    return files.result({ winterStop, heaps, zeroMonths });
  },
  merge: (lower, upper) => ({
    winterStop: upper.winterStop ?? lower.winterStop,
    heaps: upper.heaps.length > 0 ? upper.heaps : lower.heaps,
    zeroMonths: upper.zeroMonths ?? lower.zeroMonths,
  }),
});
