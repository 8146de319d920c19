import Type, { type Static } from 'typebox';
import { definePackSection, type PackFiles, type PackYaml } from '#pack';
import { plainReportingRules, type ReportingRules } from './domain/reporting-rules.ts';

const Day = Type.Integer({ minimum: 1, maximum: 31, description: '1 至 31 日' });
const MonthNumber = Type.Integer({ minimum: 1, maximum: 12, description: '1 至 12 月' });
const Name = Type.String({ minLength: 1 });

const ReportingFile = Type.Object({
  basis: Name,
  openingDay: Day,
  cutOffHour: Type.Optional(Type.Integer({ minimum: 1, maximum: 23, description: '1 至 23 时' })),
  steps: Type.Array(
    Type.Object({
      id: Type.String({ pattern: '^[a-z][a-z0-9-]*$', description: '小写英文字母、数字和短横，以字母开头' }),
      name: Name,
      by: Type.Union(
        (['filler', 'district', 'department', 'coordinator'] as const).map((one) => Type.Literal(one)),
      ),
      dueDay: Day,
    }),
    { minItems: 2, maxItems: 10 },
  ),
  lockDay: Day,
  publishDay: Day,
  exceptions: Type.Optional(
    Type.Array(
      Type.Object({
        month: MonthNumber,
        openingDay: Type.Optional(Day),
        due: Type.Optional(Type.Record(Type.String(), Day)),
        lockDay: Type.Optional(Day),
        publishDay: Type.Optional(Day),
      }),
    ),
  ),
  joined: Type.Optional(Type.Array(Type.Array(MonthNumber, { minItems: 2 }))),
});
type ReportingFile = Static<typeof ReportingFile>;

/** `reporting.yaml`: how a city's month runs. A city's own replaces the platform's as a whole. */
export const reportingSection = definePackSection<ReportingRules>({
  id: 'reporting',
  files: ['reporting.yaml'],
  empty: plainReportingRules,
  read(files) {
    const yaml = files.yaml('reporting.yaml', ReportingFile);
    if (!yaml) return files.result(plainReportingRules);
    checkSteps(files, yaml);
    checkExceptions(files, yaml);
    checkJoined(files, yaml);
    const { cutOffHour = null, exceptions = [], joined = [], ...rest } = yaml.value;
    return files.result({ ...rest, cutOffHour, exceptions, joined } as ReportingRules);
  },
});

function checkSteps(files: PackFiles, yaml: PackYaml<ReportingFile>): void {
  const { steps, lockDay, publishDay } = yaml.value;
  const known = new Set<string>(['verified']);
  const order = ['filler', 'district', 'department', 'coordinator'];
  steps.forEach((step, index) => {
    const at = yaml.at('steps', index);
    if (known.has(step.id))
      files.report(at, `环节“${step.name}”的 id 重复或已有他用`, '请改用没有用过的 id，verified 除外');
    known.add(step.id);
    const before = steps[index - 1];
    if (before && order.indexOf(before.by) >= order.indexOf(step.by))
      files.report(
        at,
        `环节“${step.name}”排在“${before.name}”之后，次序不对`,
        '按填报、区县、部门、市级的次序排列，各一个',
      );
    if (before && before.dueDay > step.dueDay)
      files.report(at, `环节“${step.name}”的截止日早于“${before.name}”`, '后一环节的 dueDay 不早于前一环节');
  });
  if (steps[0]?.by !== 'filler')
    files.report(yaml.at('steps', 0), '第一个环节不是填报', '第一个环节写 by: filler');
  const last = steps.length - 1;
  if (steps[last]?.by !== 'coordinator')
    files.report(yaml.at('steps', last), '最后一个环节不是市级核定', '最后一个环节写 by: coordinator');
  if ((steps[last]?.dueDay ?? 0) > lockDay)
    files.report(yaml.at('lockDay'), '锁定日早于最后一个环节的截止日', '请推后 lockDay');
  if (lockDay > publishDay) files.report(yaml.at('publishDay'), '发布日早于锁定日', '请推后 publishDay');
}

function checkExceptions(files: PackFiles, yaml: PackYaml<ReportingFile>): void {
  const ids = yaml.value.steps.map(({ id }) => id);
  const months = new Set<number>();
  yaml.value.exceptions?.forEach(({ month, due = {} }, index) => {
    if (months.has(month))
      files.report(yaml.at('exceptions', index), `${month}月的例外写了两次`, '请合为一条');
    months.add(month);
    for (const id of Object.keys(due)) {
      if (!ids.includes(id))
        files.report(
          yaml.at('exceptions', index, 'due', id),
          `没有环节“${id}”`,
          `可用的环节有：${ids.join('、')}`,
        );
    }
  });
}

function checkJoined(files: PackFiles, yaml: PackYaml<ReportingFile>): void {
  const taken = new Set<number>();
  yaml.value.joined?.forEach((months, index) => {
    const at = yaml.at('joined', index);
    const follow = months.every((one, place) => place === 0 || one === (months[place - 1] ?? 0) + 1);
    if (!follow) files.report(at, '合并填报的月份不相连', '按先后写同一年相连的月份，如 [1, 2]');
    if (months[0] !== 1) files.report(at, '合并填报不是从1月开始', '只有年初几个月可以合并，如 [1, 2]');
    if (months.some((one) => taken.has(one))) files.report(at, '有月份合并了两次', '一个月只能合并一次');
    for (const one of months) taken.add(one);
  });
}
