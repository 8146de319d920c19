import Type from 'typebox';
import { type Fen, isMoneyUnit, parseMoney } from '#kernel/money';
import { definePackSection } from '#pack';
import type { ImportanceRule } from './domain/importance.ts';

const Weight = Type.Integer({ minimum: 1, maximum: 100 });
const CockpitFile = Type.Object(
  {
    importance: Type.Object(
      {
        basis: Type.String({ minLength: 1 }),
        otherwise: Weight,
        total: Type.Optional(
          Type.Array(Type.Object({ from: Type.String(), weight: Weight }, { additionalProperties: false })),
        ),
        lists: Type.Optional(
          Type.Array(
            Type.Object(
              { list: Type.String({ minLength: 1 }), weight: Weight },
              { additionalProperties: false },
            ),
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export type CockpitSection = { readonly importance: ImportanceRule };

const everyProjectAlike: CockpitSection = {
  importance: { basis: '平台默认值', otherwise: 1, totals: [], lists: [] },
};

/** `cockpit.yaml`: what weighs more on the wall. A city's own replaces the platform's as a whole. */
export const cockpitSection = definePackSection<CockpitSection>({
  id: 'cockpit',
  files: ['cockpit.yaml'],
  empty: everyProjectAlike,
  read(files) {
    const yaml = files.yaml('cockpit.yaml', CockpitFile);
    if (!yaml) return files.result(everyProjectAlike);
    const { basis, otherwise, total = [], lists = [] } = yaml.value.importance;
    const totals = total.flatMap(({ from, weight }, at) => {
      const fromFen = amountOf(from);
      if (fromFen !== undefined) return [{ fromFen, weight }];
      files.report(yaml.at('importance', 'total', at, 'from'), `“${from}”不是金额`, '请写成 10亿元 的样子');
      return [];
    });
    return files.result({ importance: { basis, otherwise, totals, lists } });
  },
});

function amountOf(text: string): Fen | undefined {
  const [, number = '', unit] = /^([\d.]+)(\D+)$/.exec(text.trim()) ?? [];
  return isMoneyUnit(unit) ? parseMoney(number, unit) : undefined;
}
