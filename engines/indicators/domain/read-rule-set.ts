import { type Light, lightNames } from '#kernel/light';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import { parseDecimal } from '#kernel/rational';
import { type FormulaId, formulas } from './formula.ts';
import type { RuleFault } from './rule-fault.ts';
import type { Band, ConsecutiveRule, Dimension, RuleSet, StateRule } from './rule-set.ts';

type Path = RuleFault['path'];
type Raw = Readonly<Record<string, unknown>>;

/** A rule set as written in a pack or sent by a screen, and what in it is no rule set at all. */
export function readRuleSet(raw: unknown): { ruleSet: RuleSet | undefined; faults: RuleFault[] } {
  const faults: RuleFault[] = [];
  const wrong = (path: Path, text: string): void => {
    faults.push({ kind: 'unreadable', path, text });
  };
  const top = recordOf(raw);
  onlyKeys(top, ['id', 'name', 'effectiveFrom', 'basis', 'evaluationDay', 'order', 'dimensions'], []);
  const ruleSet: RuleSet = {
    id: text(top, 'id', []),
    name: text(top, 'name', []),
    effectiveFrom: day(top, 'effectiveFrom', []),
    basis: text(top, 'basis', []),
    evaluationDay: whole(top, 'evaluationDay', 1, 28, []),
    order: list(top, 'order', []).map((light, at) => lightOf(light, ['order', at])),
    dimensions: list(top, 'dimensions', []).map((one, at) => dimensionOf(recordOf(one), ['dimensions', at])),
  };
  twice(ruleSet.dimensions, ['dimensions']);
  return { ruleSet: faults.length === 0 ? ruleSet : undefined, faults };

  function dimensionOf(one: Raw, path: Path): Dimension {
    onlyKeys(one, ['id', 'name', 'formula', 'basis', 'states', 'bands', 'consecutive'], path);
    const formula = oneOf(one, 'formula', Object.keys(formulas) as FormulaId[], path);
    const dimension = {
      id: text(one, 'id', path),
      name: text(one, 'name', path),
      formula,
      ...('basis' in one ? { basis: text(one, 'basis', path) } : {}),
      states: list(one, 'states', path).map((rule, at) =>
        stateOf(recordOf(rule), formula, [...path, 'states', at]),
      ),
      bands: list(one, 'bands', path).map((band, at) => bandOf(recordOf(band), [...path, 'bands', at])),
    };
    twice(dimension.bands, [...path, 'bands']);
    if (!('consecutive' in one)) return dimension;
    const known = [...dimension.bands.map(({ id }) => id), ...dimension.states.map(({ state }) => state)];
    const consecutive = list(one, 'consecutive', path).map((rule, at) =>
      consecutiveOf(recordOf(rule), known, [...path, 'consecutive', at]),
    );
    return { ...dimension, consecutive };
  }

  function stateOf(rule: Raw, formula: FormulaId, path: Path): StateRule {
    onlyKeys(rule, ['state', 'light', 'months'], path);
    const state = oneOf(rule, 'state', Object.keys(formulas[formula]?.states ?? {}), path);
    return { state, light: lightOf(rule['light'], [...path, 'light']), ...months(rule, path) };
  }

  function bandOf(band: Raw, path: Path): Band {
    onlyKeys(band, ['id', 'light', 'from', 'above', 'to', 'below', 'months'], path);
    if ('from' in band && 'above' in band) wrong(path, '下限只能写一个：from（≥）或 above（>）');
    if ('to' in band && 'below' in band) wrong(path, '上限只能写一个：to（≤）或 below（<）');
    return {
      id: text(band, 'id', path),
      light: lightOf(band['light'], [...path, 'light']),
      ...bound(band, 'from', path),
      ...bound(band, 'above', path),
      ...bound(band, 'to', path),
      ...bound(band, 'below', path),
      ...months(band, path),
    };
  }

  function consecutiveOf(rule: Raw, known: readonly string[], path: Path): ConsecutiveRule {
    onlyKeys(rule, ['of', 'months', 'light', 'newYear'], path);
    const of = list(rule, 'of', path).map(String);
    if (of.length === 0) wrong([...path, 'of'], '连续规则（of）至少要写一种情形');
    for (const id of of)
      if (!known.includes(id)) wrong([...path, 'of'], `连续规则所指的“${id}”不是本项的任何一种情形`);
    const newYear = 'newYear' in rule ? oneOf(rule, 'newYear', ['restart', 'continue'], path) : undefined;
    return {
      of,
      months: whole(rule, 'months', 2, 36, path),
      light: lightOf(rule['light'], [...path, 'light']),
      newYear: newYear as ConsecutiveRule['newYear'],
    };
  }

  function bound(band: Raw, key: 'from' | 'above' | 'to' | 'below', path: Path): Partial<Band> {
    if (!(key in band)) return {};
    const value = String(band[key]).replace(/%$/, '');
    if (!parseDecimal(value)) wrong([...path, key], `“${String(band[key])}”不是数`);
    return { [key]: value };
  }

  function months(rule: Raw, path: Path): { months?: number[] } {
    if (!('months' in rule)) return {};
    const numbers = list(rule, 'months', path).map(Number);
    const valid = numbers.length > 0 && numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= 12);
    if (!valid) wrong([...path, 'months'], '月份（months）应为 1 至 12 的列表');
    return { months: numbers };
  }

  function lightOf(value: unknown, path: Path): Light {
    if (typeof value === 'string' && Object.hasOwn(lightNames, value)) return value as Light;
    wrong(path, `“${String(value)}”不是灯，应为 green、yellow、red 或 grey`);
    return 'grey';
  }

  function text(record: Raw, key: string, path: Path): string {
    const value = record[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    wrong([...path, key], `缺少 ${key}`);
    return '';
  }

  function day(record: Raw, key: string, path: Path): PlainDate {
    const value = record[key];
    if (isPlainDate(value)) return value;
    wrong([...path, key], `${key} 应为日期，写作 2023-01-01 的样子`);
    return '2000-01-01';
  }

  function whole(record: Raw, key: string, least: number, most: number, path: Path): number {
    const value = record[key];
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    wrong([...path, key], `${key} 应为 ${least} 至 ${most} 的整数`);
    return least;
  }

  function oneOf<const T extends string>(record: Raw, key: string, allowed: readonly T[], path: Path): T {
    const value = record[key];
    const found = allowed.find((one) => one === value);
    if (found === undefined) wrong([...path, key], `${key} 应为 ${allowed.join('、')} 之一`);
    return found ?? (allowed[0] as T);
  }

  function list(record: Raw, key: string, path: Path): readonly unknown[] {
    const value = record[key];
    if (Array.isArray(value)) return value;
    wrong([...path, key], `${key} 应为列表`);
    return [];
  }

  function onlyKeys(record: Raw, allowed: readonly string[], path: Path): void {
    for (const key of Object.keys(record)) {
      if (!allowed.includes(key))
        wrong([...path, key], `不认识的项“${key}”，可用的有：${allowed.join('、')}`);
    }
  }

  function twice(named: readonly { id: string }[], path: Path): void {
    named.forEach(({ id }, at) => {
      if (named.findIndex((other) => other.id === id) !== at) wrong([...path, at, 'id'], `“${id}”写了两次`);
    });
  }
}

function recordOf(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}
