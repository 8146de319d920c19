import type { Command } from 'commander';
import type { City } from '#access';
import { proposedDays, reportingRulesOf } from '#engines/indicators';
import type { Month } from '#kernel/month';
import { assignPeriod, type GivenDays } from '../../../features/reporting/acts/assign-period.ts';
import { lockPeriod, missingRows, publishPeriod } from '../../../features/reporting/acts/lock-period.ts';
import { periodBoard } from '../../../features/reporting/acts/period-board.ts';
import type { PeriodHead } from '../../../features/reporting/acts/period-view.ts';
import { stageNames } from '../../../features/reporting/texts.ts';
import { cityOption, jsonOption, monthOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { withCity } from '../with-program.ts';

type Flags = OutputOptions & {
  readonly city: string;
  readonly period: Month;
  readonly confirmMissing?: boolean;
};

export function addPeriod(program: Command): void {
  const period = program.command('period').description('月度填报：布置、查看、锁定、发布一个月');
  const acts: readonly [string, string, (city: City, flags: Flags) => Promise<Answer>][] = [
    ['open', '按市包的时限布置填报', (city, flags) => open(city, flags.period)],
    ['show', '各环节待办和未报单位', (city, flags) => show(city, flags.period)],
    ['lock', '评定并锁定整月；有未核定的须加 --confirm-missing', lock],
    ['publish', '发布已锁定的月份', (city, flags) => publish(city, flags.period)],
  ];
  for (const [name, meaning, act] of acts) {
    const command = period
      .command(name)
      .description(meaning)
      .addOption(cityOption())
      .addOption(monthOption('--period <月>', '哪个月').makeOptionMandatory())
      .addOption(jsonOption());
    if (name === 'lock') command.option('--confirm-missing', '有未核定的项目仍然锁定');
    command.action(async (flags: Flags) => {
      const { json, lines } = await withCity(flags.city, (city) => act(city, flags));
      printAnswer(json, lines, flags);
    });
  }
}

type Answer = { readonly json: object; readonly lines: readonly string[] };

async function open(city: City, month: Month): Promise<Answer> {
  const { opensOn, steps, lockOn, publishOn } = proposedDays(reportingRulesOf(city), month);
  const days: GivenDays = { month, opensOn, steps, lockOn, publishOn };
  return headAnswer(await assignPeriod(city, days));
}

async function show(city: City, month: Month): Promise<Answer> {
  const board = await periodBoard(city, { month });
  const { owed, submitted, verified, returned, steps, chaser } = board;
  const waiting = steps.map((step) => `${step.name} ${step.waiting} 个（${step.dueOn} 止）`).join('，');
  return {
    json: board,
    lines: [
      headLine(board.period),
      `应报 ${owed} 个，已报 ${submitted} 个，已核定 ${verified} 个，退回 ${returned} 个`,
      `待办：${waiting}`,
      ...(chaser ? [chaser] : []),
    ],
  };
}

async function lock(city: City, { period: month, confirmMissing }: Flags): Promise<Answer> {
  const missing = await missingRows(city, month);
  const { json, lines } = headAnswer(await lockPeriod(city, { month, confirmMissing }));
  return { json: { ...json, ...missing }, lines: [...lines, `其中未核定 ${missing.missing} 个`] };
}

async function publish(city: City, month: Month): Promise<Answer> {
  return headAnswer(await publishPeriod(city, month));
}

function headAnswer(head: PeriodHead): Answer {
  return { json: head, lines: [headLine(head)] };
}

function headLine({ name, stage, days }: PeriodHead): string {
  const steps = days.steps.map((step) => `${step.name} ${step.dueOn}`).join('，');
  return `${name}：${stageNames[stage]}。${days.opensOn} 起填报，${steps}，${days.lockOn} 锁定，${days.publishOn} 发布`;
}
