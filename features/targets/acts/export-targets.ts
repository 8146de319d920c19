import { audit, type City, ensureMay } from '#access';
import { formatMoney, isMoneyUnit } from '#kernel/money';
import { type Month, yearOfMonth } from '#kernel/month';
import { rational, toDecimalText } from '#kernel/rational';
import { type Table, tableBytes } from '#sheets';
import type { IndicatorView } from '../contract.ts';
import { reconcileText, texts } from '../texts.ts';
import { achievement } from './achievement.ts';
import { readTargets, unreconciledTargets } from './read-targets.ts';

type Whole = bigint | string | null;
type Row = { readonly indicator: IndicatorView; readonly name: string };

/** Three sheets: how far targets are reached, how they are broken down, and what does not add up. */
export async function exportTargets(city: City, month: Month) {
  ensureMay(city, 'target.export', {});
  const year = yearOfMonth(month);
  const { indicators } = await achievement(city, month);
  const reached = indicators.flatMap(({ indicator, rows }) => rows.map((row) => ({ ...row, indicator })));
  const broken = (
    await Promise.all(
      indicators.map(async ({ indicator }) => {
        const { rows } = await readTargets(city, { year, indicator: indicator.id });
        return rows.filter((row) => row.number > 0).map((row) => ({ ...row, indicator }));
      }),
    )
  ).flat();
  const apart = (await unreconciledTargets(city, year)).rows.map((row) => ({
    ...row,
    indicator: indicators.find((one) => one.indicator.id === row.indicator)?.indicator as IndicatorView,
  }));
  await audit(city, { action: 'target.export', object: 'target', details: { month, rows: reached.length } });
  const heads = <T extends Row>() => [
    { title: '指标', kind: 'text' as const, width: 26, value: (row: T) => row.indicator.name },
    { title: '单位', kind: 'text' as const, width: 8, value: (row: T) => row.indicator.unit },
    { title: texts.party, kind: 'text' as const, width: 20, value: (row: T) => row.name },
  ];
  const achieved: Table<(typeof reached)[number]> = {
    sheet: texts.achievement,
    title: `${year}年${texts.achievement}（截至${month}）`,
    columns: [
      ...heads<(typeof reached)[number]>(),
      number(texts.yearTarget, (row) => row.target),
      number(texts.toMonth, (row) => row.toMonth),
      number(texts.actual, (row) => row.actual),
      { title: texts.source, kind: 'text', width: 24, value: (row) => row.source },
      { title: texts.basis, kind: 'text', value: (row) => row.indicator.basis },
    ],
    rows: reached,
  };
  const down: Table<(typeof broken)[number]> = {
    sheet: texts.breakDown,
    title: `${year}年${texts.breakDown}`,
    columns: [
      ...heads<(typeof broken)[number]>(),
      { title: texts.base, kind: 'text', value: (row) => shownBase(row.base) },
      number(texts.yearTarget, (row) => row.value),
      ...Array.from({ length: 12 }, (_, at) =>
        number<(typeof broken)[number]>(`${at + 1}月`, (row) => row.months?.[at] ?? null),
      ),
      { title: '版本', kind: 'number', value: (row) => row.number },
      { title: texts.reason, kind: 'text', width: 30, value: (row) => row.reason },
      { title: texts.approver, kind: 'text', width: 20, value: (row) => row.approver },
    ],
    rows: broken,
  };
  const unreconciled: Table<(typeof apart)[number]> = {
    sheet: texts.unreconciled,
    title: `${year}年${texts.unreconciled}`,
    columns: [
      ...heads<(typeof apart)[number]>(),
      { title: '情况', kind: 'text', width: 40, value: reconcileText },
      number(texts.whole, (row) => row.whole),
      number(texts.parts, (row) => row.parts),
      number(texts.difference, (row) => row.difference),
    ],
    rows: apart,
  };
  const bytes = await tableBytes([achieved, down, unreconciled] as Table<unknown>[]);
  return { name: `${year}年${texts.targets}_${city.pack.name}_${month}.xlsx`, bytes };
}

/** Units differ from row to row and stand beside the indicator: the value is the number as it is written. */
function number<T extends Row>(title: string, value: (row: T) => Whole) {
  return { title, kind: 'text' as const, width: 14, value: (row: T) => shown(row.indicator, value(row)) };
}

function shown({ kind, unit }: IndicatorView, value: Whole): string | null {
  if (value === null) return null;
  if (kind === 'growth') return toDecimalText(rational(BigInt(value), 100n), 2);
  return kind === 'amount' && isMoneyUnit(unit) ? formatMoney(BigInt(value), unit) : `${value}`;
}

function shownBase(base: Whole): string | null {
  return base === null ? null : `${formatMoney(BigInt(base), '亿元')}亿元`;
}
