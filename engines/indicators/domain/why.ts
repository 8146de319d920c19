import { lightNames } from '#kernel/light';
import { formatMoney } from '#kernel/money';
import { type Month, monthNumber, yearOfMonth } from '#kernel/month';
import { compare, parseDecimal, type Rational, toDecimalText } from '#kernel/rational';
import { type DimensionLight, type LightResult, readFraction } from './evaluate-light.ts';
import { formulas } from './formula.ts';
import type { LightInputs } from './light-inputs.ts';
import type { Band, Dimension, RuleSet } from './rule-set.ts';

/** Why a light is what it is, in sentences: each dimension's figures and range, then the whole, the rule and its basis. */
export function whyLight(ruleSet: RuleSet, inputs: LightInputs, result: LightResult, asOf: string): string[] {
  const parts = ruleSet.dimensions.map((dimension) => {
    const light = result.dimensions[dimension.id];
    return light ? dimensionSentence(ruleSet, dimension, light, inputs) : undefined;
  });
  const deciding = ruleSet.dimensions
    .filter(({ id }) => result.dimensions[id]?.light === result.overall)
    .map(({ name }) => name);
  const order = ruleSet.order.map((light) => lightNames[light]).join('＞');
  return [
    ...parts.filter((part) => part !== undefined),
    `总灯为${lightNames[result.overall]}灯，取自${deciding.join('、')}（先后次序：${order}）。`,
    `按《${ruleSet.name}》评价，截至${monthName(inputs.month)}末，评价日 ${asOf}；依据：${ruleSet.basis}。`,
  ];
}

function dimensionSentence(
  ruleSet: RuleSet,
  dimension: Dimension,
  result: DimensionLight,
  inputs: LightInputs,
): string {
  const basis = dimension.basis && dimension.basis !== ruleSet.basis ? `（依据：${dimension.basis}）` : '';
  const run = result.run > 0 ? `，但已连续 ${result.run} 个月如此，改亮${lightNames[result.light]}灯` : '';
  const base = `${lightNames[result.base]}灯${run}${basis}。`;
  const formula = formulas[dimension.formula];
  if (result.value === null)
    return `${dimension.name}：${formula.states[result.outcome] ?? result.outcome}，${base}`;
  const band = dimension.bands.find(({ id }) => id === result.outcome);
  const value = valueNear(readFraction(result.value), dimension.bands);
  const unit = formula.unit === '%' ? '%' : ` ${formula.unit}`;
  const range = band ? rangeText(band, formula.unit) : '';
  return `${dimension.name}：${formula.name} ${value}${unit}${figures(dimension, inputs)}${range}，${base}`;
}

function figures(dimension: Dimension, inputs: LightInputs): string {
  const { planToMonthFen: plan, actualToMonthFen: actual, planYearFen: year } = inputs;
  const [planText, actualText] = [wan(plan ?? 0n), wan(actual ?? 0n)];
  switch (dimension.formula) {
    case 'percent-of-plan':
    case 'fen-behind-plan':
      return `（本年累计完成 ${actualText} 万元，累计计划 ${planText} 万元）`;
    case 'points-below-plan':
      return `（本年累计完成 ${actualText} 万元，累计计划 ${planText} 万元，全年计划 ${wan(year ?? 0n)} 万元）`;
    case 'months-past-planned-start':
      return `（计划 ${monthName(inputs.plannedStartMonth as Month)}开工，尚未开工）`;
    case 'months-since-start':
      return `（${monthName(inputs.startMonth as Month)}开工，尚未入统）`;
  }
}

/** Two decimals, more where rounding would show the value on a border it is not on. */
function valueNear(value: Rational, bands: readonly Band[]): string {
  const borders = bands
    .flatMap((band) => [band.from, band.above, band.to, band.below])
    .flatMap((text) => {
      const border = text === undefined ? undefined : parseDecimal(text);
      return border ? [border] : [];
    });
  const misleading = (text: string) => {
    const shown = parseDecimal(text);
    return (
      shown !== undefined &&
      borders.some((border) => compare(value, border) !== 0 && compare(shown, border) === 0)
    );
  };
  if (value.den === 1n) return value.num.toString();
  for (let digits = 2; digits < 20; digits += 1) {
    const text = toDecimalText(value, digits);
    if (!misleading(text)) return text;
  }
  return toDecimalText(value, 20);
}

function rangeText(band: Band, unit: string): string {
  const mark = unit === '%' ? '%' : '';
  const low =
    band.from !== undefined
      ? `≥${band.from}${mark}`
      : band.above !== undefined
        ? `＞${band.above}${mark}`
        : '';
  const high =
    band.to !== undefined ? `≤${band.to}${mark}` : band.below !== undefined ? `＜${band.below}${mark}` : '';
  const text = [low, high].filter((part) => part !== '').join(' 且 ');
  return text === '' ? '' : `，在 ${text} 之内`;
}

function monthName(month: Month): string {
  return `${yearOfMonth(month)}年${monthNumber(month)}月`;
}

function wan(fen: bigint): string {
  return formatMoney(fen, '万元');
}
