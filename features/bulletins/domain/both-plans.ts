import type { Block } from '#documents';
import type { BothPlans, FenDigits, FigureRow, PlansOfGroup } from './figures.ts';
import { percentOf } from './percent.ts';
import { percent, yi } from './values.ts';

/** 原计划 and 调整后; undefined where no plan was changed: then there is one plan only, and nothing to set beside it. */
export function bothPlans(
  rows: readonly FigureRow[],
  districts: readonly { readonly id: string; readonly name: string }[],
): BothPlans | undefined {
  const revised = rows.filter(({ original }) => original !== undefined);
  if (revised.length === 0) return undefined;
  const groups = districts.flatMap(({ id, name }) => {
    const members = rows.filter(({ districtId }) => (districtId ?? 'none') === id);
    return members.some(({ original }) => original) ? [{ id, name, ...plansOf(members) }] : [];
  });
  return { total: plansOf(rows), districts: groups };
}

function plansOf(rows: readonly FigureRow[]): PlansOfGroup {
  const sum = (of: (row: FigureRow) => FenDigits | null) =>
    rows.reduce((all, row) => all + BigInt(of(row) ?? 0), 0n);
  const originalFen = sum((row) => (row.original ? row.original.planFen : row.planFen));
  const originalYearFen = sum((row) => (row.original ? row.original.planYearFen : row.planYearFen));
  return {
    revised: rows.filter(({ original }) => original !== undefined).length,
    originalFen: `${originalFen}`,
    originalYearFen: `${originalYearFen}`,
    planFen: `${sum((row) => row.planFen)}`,
    planYearFen: `${sum((row) => row.planYearFen)}`,
    originalCompletion: percentOf(
      sum((row) => row.actualFen),
      originalFen,
    ),
    completion: percentOf(
      sum((row) => row.actualFen),
      sum((row) => row.planFen),
    ),
  };
}

/** A sentence and a table, both plans beside each other. */
export function printBothPlans(plans: BothPlans, caption: (name: string) => string): Block[] {
  const { total, districts } = plans;
  const sentence =
    `已调整年度计划的项目${total.revised}个。全部项目原全年计划${yi(total.originalYearFen)}亿元，调整后${yi(total.planYearFen)}亿元；` +
    `原累计计划${yi(total.originalFen)}亿元，调整后${yi(total.planFen)}亿元；` +
    `完成率按原计划为${percent(total.originalCompletion)}，按调整后计划为${percent(total.completion)}。`;
  const number = (title: string) => ({ title, share: 1.6, align: 'right' as const });
  return [
    { kind: 'paragraph', text: sentence },
    {
      kind: 'table',
      caption: `${caption('原计划与调整后计划')}（单位：亿元；只列有调整的地区）`,
      columns: [
        { title: '地区', share: 2, align: 'left' },
        { title: '调整项目', share: 1.2, align: 'right' },
        ...[number('原全年计划'), number('调整后全年'), number('原累计计划'), number('调整后累计')],
        ...[number('按原计划完成率'), number('按调整后完成率')],
      ],
      rows: [{ name: '全市', ...total }, ...districts].map((one) => [
        one.name,
        String(one.revised),
        ...[yi(one.originalYearFen), yi(one.planYearFen), yi(one.originalFen), yi(one.planFen)],
        ...[percent(one.originalCompletion), percent(one.completion)],
      ]),
    },
  ];
}
