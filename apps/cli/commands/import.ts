import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type Month, yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure, Refusal } from '#kernel/refusal';
import {
  importWorkbook,
  type SentWorkbook,
  tryWorkbook,
} from '../../../features/intake/acts/take-workbook.ts';
import type { ImportKind } from '../../../features/intake/import-request.ts';
import type { ImportOutcome } from '../../../features/intake/outcome.ts';
import { cityOption, dayOption, jsonOption, monthOption, yearOption } from '../options.ts';
import { type OutputOptions, printAnswer, tell } from '../print.ts';
import { withCity } from '../with-program.ts';
import { importReturns, returnLines } from './import-returns.ts';

defineRefusals({
  'cli.file_unreadable': { status: 422, text: '读不到文件「{path}」（{reason}）。请检查路径和权限' },
});

type ImportFlags = OutputOptions & {
  readonly city: string;
  readonly year?: number;
  readonly period?: Month;
  readonly receivedOn?: PlainDate;
  readonly sender?: string;
  readonly dryRun?: boolean;
  readonly acceptGood?: boolean;
  readonly acceptSimilar?: boolean;
  readonly laterWins?: boolean;
  readonly reason?: string;
  readonly approver?: string;
};

export function addImport(program: Command): void {
  const group = program.command('import').description('导入工作簿（xlsx、xls、csv）');
  common(group.command('projects').argument('<文件>').description('导入年度项目清单和分月计划'))
    .addOption(yearOption('--year <年>', '清单的年度').makeOptionMandatory())
    .action((file: string, flags: ImportFlags) => runImport('projects', file, flags));
  common(
    group
      .command('reports')
      .argument('<文件...>')
      .description('导入一个月的项目月报；可以一次给多份，合并写入'),
  )
    .addOption(monthOption('--period <月>', '报告的月份，如 2023-05').makeOptionMandatory())
    .option('--later-wins', '多份表对同一项目所报不一致时，以后给出的文件为准')
    .action((files: string[], flags: ImportFlags) => {
      const [only] = files;
      return files.length === 1 && only ? runImport('reports', only, flags) : runReturns(files, flags);
    });
}

function common(command: Command): Command {
  return command
    .addOption(cityOption())
    .addOption(dayOption('--received-on <日>', '收到文件的日期，从这一天起计入；不写则为今天'))
    .option('--sender <单位>', '来文单位：记住它的列对应')
    .option('--dry-run', '只检查，不写入')
    .option('--accept-good', '有错误的行跳过，其余照常写入')
    .option('--accept-similar', '确认名称相近的项目就是清单中的项目')
    .option('--reason <理由>', '调整已有计划的理由')
    .option('--approver <批准人>', '批准调整的人')
    .addOption(jsonOption());
}

async function runImport(kind: ImportKind, path: string, flags: ImportFlags): Promise<void> {
  const file = readFile(path);
  const outcome = await withCity(flags.city, (city) => {
    if (!flags.receivedOn && kind === 'reports') tell(`没有写明收到日期，按今天（${city.today}）计`);
    const asked = {
      kind,
      year: flags.year ?? (flags.period ? yearOfMonth(flags.period) : 0),
      month: flags.period ?? null,
      receivedOn: flags.receivedOn ?? city.today,
      sender: flags.sender ?? null,
    };
    const acceptSimilar = flags.acceptSimilar ?? false;
    if (flags.dryRun) return tryWorkbook(city, asked, file, acceptSimilar);
    const { acceptGood = false, reason = null, approver = null } = flags;
    return importWorkbook(city, asked, file, { acceptGood, acceptSimilar, reason, approver });
  });
  printAnswer(outcome, linesOf(outcome, flags), flags);
  if (outcome.rejected > 0 && !flags.acceptGood) process.exitCode = 1;
}

async function runReturns(paths: readonly string[], flags: ImportFlags): Promise<void> {
  const files = paths.map(readFile);
  const { period: month, dryRun = false, acceptGood = false, acceptSimilar = false } = flags;
  const { laterWins = false, reason = null } = flags;
  ensure(month, 'import.month_missing');
  const answer = await withCity(flags.city, (city) => {
    const receivedOn = flags.receivedOn ?? city.today;
    if (!flags.receivedOn) tell(`没有写明收到日期，按今天（${city.today}）计`);
    const how = { month, receivedOn, dryRun, acceptGood, acceptSimilar, laterWins, reason };
    return importReturns(city, files, how);
  });
  printAnswer(answer, returnLines(answer), flags);
  if (answer.failed) process.exitCode = 1;
}

function readFile(path: string): SentWorkbook {
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    throw new Refusal('cli.file_unreadable', { path, reason: (error as Error).message });
  }
}

function linesOf(outcome: ImportOutcome, flags: ImportFlags): string[] {
  const { accepted, rejected, written, findings, skip } = outcome;
  const proposals = outcome.rows.filter((row) => row.proposal);
  return [
    ...findings.map(
      ({ kind, sheet, cell, message, remedy }) =>
        `${kind === 'error' ? '错误' : '提醒'}  ${sheet} ${cell}  ${message} ${remedy}`,
    ),
    ...(flags.acceptSimilar
      ? []
      : proposals.map(
          ({ sheet, row, proposal }) =>
            `待确认  ${sheet} 第${row}行可能是「${proposal?.name}」（${proposal?.key}），确认后加 --accept-similar`,
        )),
    `可用 ${accepted} 行，有错误 ${rejected} 行，略过 ${skip.length} 行，写入 ${written} 行`,
    ...(rejected > 0 && !flags.acceptGood
      ? ['有错误，没有写入。改正后重新导入，或加 --accept-good 只写入无错误的行']
      : []),
  ];
}
