import type { Condition } from '#kernel/condition';
import type { PackFiles, PackYaml, YamlPath } from '#pack';
import type { ClockRule, TimeLimit } from '../domain/clock-rule.ts';
import type { ClockPolicy } from '../domain/kind-rules.ts';
import { findLimit } from '../domain/read-limit.ts';
import { basisText } from './basis-text.ts';
import type { ClockFile, MattersFile } from './matters-file.ts';

const limitRemedy = '请写成 2个工作日、24小时、7日、次月底 这样的形式';

/** One clock of `matters.yaml`. A case says only what differs from the rule above it. */
export function readClockPolicy(
  files: PackFiles,
  yaml: PackYaml<MattersFile>,
  path: YamlPath,
  file: ClockFile,
  fields: readonly string[],
): ClockPolicy {
  const { cases = [], until, ...first } = file;
  const rule = readRule(files, yaml, path, first, unlimited);
  if (!first.warn) files.report(yaml.at(...path), '时限没有写明何时预警', '请补上 warn，如 1个工作日');
  if (!basisText(first))
    files.report(yaml.at(...path), '时限没有依据', '请写条款 clause，或写 basis: 平台默认值');
  return {
    rule,
    ...(until === undefined ? {} : { until }),
    cases: cases.map(({ when, ...rest }, index) => {
      const at = [...path, 'cases', index];
      files.checkCondition(yaml, [...at, 'when'], when, { fields });
      return { when: when as Condition, rule: readRule(files, yaml, at, rest, rule) };
    }),
  };
}

const unlimited: ClockRule = {
  limit: { amount: 1, unit: 'working-day' },
  warn: { amount: 0, unit: 'day' },
  basis: '',
};

function readRule(
  files: PackFiles,
  yaml: PackYaml<MattersFile>,
  path: YamlPath,
  file: Partial<Omit<ClockFile, 'cases' | 'until'>>,
  above: ClockRule,
): ClockRule {
  const { limit, promised, warn, clause: _, basis: _basis, ...rest } = file;
  const read = (key: 'limit' | 'promised' | 'warn', text: string | undefined): TimeLimit | undefined => {
    if (text === undefined) return undefined;
    const found = findLimit(text);
    if (!found) files.report(yaml.at(...path, key), `“${text}”不是时限`, limitRemedy);
    return found;
  };
  const promise = read('promised', promised) ?? (limit === undefined ? above.promised : undefined);
  const rule: ClockRule = {
    ...above,
    ...rest,
    limit: read('limit', limit) ?? above.limit,
    promised: promise,
    warn: read('warn', warn) ?? above.warn,
    basis: basisText(file) ?? above.basis,
  };
  if (promise && promise.unit === rule.limit.unit && promise.amount > rule.limit.amount)
    files.report(yaml.at(...path, 'promised'), '承诺时限比法定时限长', '承诺时限应当不长于 limit');
  if (warn !== undefined && rule.warn.unit === rule.limit.unit && rule.warn.amount >= rule.limit.amount)
    files.report(yaml.at(...path, 'warn'), '预警不早于时限的开始', '请写比 limit 短的时间');
  if (promise) return rule;
  const { promised: _none, ...without } = rule;
  return without;
}
