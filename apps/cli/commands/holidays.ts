import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { audit, localOperator, sealAudit } from '#access';
import { type LoadedNotices, listNotices, loadNotices, type NoticeInForce } from '#calendar';
import { type MovedClock, recalculate } from '#engines/matters';
import type { HolidayNotice } from '#kernel/calendar';
import { todayInShanghai } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { problemText, readNoticeFile } from '#pack';
import type { Program } from '../../program/program.ts';
import { jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { shippedNotices } from '../shipped-notices.ts';
import { withProgram } from '../with-program.ts';

defineRefusals({
  'holidays.no_such_file': { status: 404, text: '没有文件“{file}”，请检查路径' },
  'holidays.not_a_notice': {
    status: 422,
    text: '“{file}”不是放假通知：请用 .yaml（与市包 calendar 目录中的写法相同）或 .csv（表头为 年份,文号,印发日期,日期,安排,名称）',
  },
});

export function addHolidays(program: Command): void {
  const holidays = program
    .command('holidays')
    .description('放假通知：载入程序发布以后的通知，查看在用的通知');
  holidays
    .command('load')
    .argument('<文件>', '.yaml 或 .csv')
    .description('载入放假通知，各市通用，并重算各市未办结事项的时限；同一通知再次载入不起作用')
    .addOption(jsonOption())
    .action(load);
  holidays
    .command('list')
    .description('在用的放假通知')
    .addOption(jsonOption())
    .action((flags: OutputOptions) =>
      withProgram(async ({ db }) => {
        const notices = await listNotices(db, shippedNotices());
        printAnswer({ notices }, notices.map(noticeLine), flags);
      }),
    );
}

async function load(file: string, flags: OutputOptions): Promise<void> {
  ensure(existsSync(file) && statSync(file).isFile(), 'holidays.no_such_file', { file });
  ensure(/\.(ya?ml|csv)$/i.test(file), 'holidays.not_a_notice', { file });
  const { value: notices, problems } = readNoticeFile(file, textOf(readFileSync(file)));
  if (problems.length > 0) {
    printAnswer({ problems }, [...problems.map(problemText), '没有载入'], flags);
    process.exitCode = 1;
    return;
  }
  ensure(notices.length > 0, 'holidays.not_a_notice', { file });
  await withProgram(async (program) => {
    const answer = await loadNotices(program.db, shippedNotices(), notices, localOperator.name);
    const because = `放假通知 ${[...new Set(notices.map(({ document }) => document))].join('、')}`;
    const cities: MovedInCity[] = [];
    for (const [cityId, { name }] of program.packs) {
      cities.push({ cityId, name, moved: await recalculatedIn(program, cityId, because) });
    }
    printAnswer({ ...answer, cities }, [...loadedLines(answer), ...cities.flatMap(movedLines)], flags);
  });
}

type MovedInCity = {
  readonly cityId: number;
  readonly name: string;
  readonly moved: readonly MovedClock[];
};

/** Done for a known notice too: a load may have been cut off between the notice and a city. */
async function recalculatedIn(program: Program, cityId: number, because: string): Promise<MovedClock[]> {
  const caller = { cityId, actor: localOperator };
  const moved = await program.world.open(caller, { readOnly: false, origin: {} }, async (city) => {
    const clocks = await recalculate(city, because);
    if (clocks.length > 0) {
      const matters = clocks.map(({ number, clock, was, is }) => ({ number, clock, was, is }));
      await audit(city, {
        ...{ action: 'holidays.load', object: 'calendar' },
        details: { because, moved: clocks.length, matters: matters.slice(0, 100) },
      });
    }
    return clocks;
  });
  await sealAudit(program.db, cityId, { whole: true });
  return moved;
}

function movedLines({ name, moved }: MovedInCity): string[] {
  return [
    `${name}：${moved.length === 0 ? '没有时限变动' : `${moved.length} 个时限变动`}`,
    ...moved.map(
      ({ number, title, was, is }) =>
        `  ${number} ${title}：${todayInShanghai(was)} 改为 ${todayInShanghai(is)}`,
    ),
  ];
}

function loadedLines({ loaded, known }: LoadedNotices): string[] {
  return [
    ...loaded.map((notice) => `已载入 ${titleOf(notice)}`),
    ...known.map((notice) => `已有 ${titleOf(notice)}，没有变化`),
  ];
}

function noticeLine(notice: NoticeInForce): string {
  const { loadedAt, loadedBy } = notice;
  const source = loadedAt ? `${loadedBy}于 ${loadedAt.toISOString().slice(0, 10)} 载入` : '随程序发布';
  return `${titleOf(notice)}，${source}`;
}

function titleOf({ year, document, issuedOn, days }: HolidayNotice): string {
  const rests = days.filter(({ rest }) => rest).length;
  return `${year}年 ${document}（${issuedOn} 印发）：放假 ${rests} 天，补班 ${days.length - rests} 天`;
}

/** Spreadsheets often save CSV in the national encoding. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
