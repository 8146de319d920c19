import { type Command, InvalidArgumentError } from 'commander';
import { localOperator } from '#access';
import { checkMatters, getMatter, listMatters, type MatterId, matterKind } from '#engines/matters';
import { isId } from '#kernel/id';
import { Refusal, refuse } from '#kernel/refusal';
import { matterLines } from '../../../features/matters/acts/matter-lines.ts';
import { sweepCity } from '../../../features/matters/acts/sweep-city.ts';
import { viewClocks } from '../../../features/matters/acts/view-clocks.ts';
import { cityFor } from '../../program/enter-city.ts';
import type { Program } from '../../program/program.ts';
import { cityOption, jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { withCity, withProgram } from '../with-program.ts';

type Flags = OutputOptions & { readonly city: string };

export function addMatters(program: Command): void {
  const matters = program.command('matters').description('事项：督促升级、时限计算、核对、清单');
  matters
    .command('sweep')
    .description('看一遍到时的事项：触发督促、升级和回访期满；服务运行时每分钟自动进行')
    .addOption(cityOption())
    .option('--as-of <时刻>', '按这一时刻判断，如 2023-09-10T08:00+08:00；不写则为现在', parseInstant)
    .addOption(jsonOption())
    .action((flags: Flags & { readonly asOf?: Date }) =>
      withProgram(async (open) => {
        const swept = await sweepCity(open.world, await cityFor(open, flags.city), { asOf: flags.asOf });
        printAnswer(swept, [`看过 ${swept.looked} 个事项，触发 ${swept.fired} 次督促`], flags);
      }),
    );
  matters
    .command('clock')
    .argument('<编号>', '事项的内部编号，或 WT-2023-0001 这样的编号', (text) => text.trim())
    .description('事项各段时限的逐日计算表')
    .addOption(jsonOption())
    .action((named: string, flags: OutputOptions) => withProgram((open) => clock(open, named, flags)));
  matters
    .command('check')
    .description('用事项的每一步重新推算，与保存的对照')
    .addOption(cityOption())
    .addOption(jsonOption())
    .action(async (flags: Flags) => {
      const answer = await withCity(flags.city, (city) => checkMatters(city));
      const { matters: checked, faults } = answer;
      const lines = faults.map(({ number, column }) => `${number}：${column} 不一致`);
      printAnswer(answer, [`核对 ${checked} 个事项，${faults.length} 处不一致`, ...lines], flags);
      if (faults.length > 0) process.exitCode = 1;
    });
  matters
    .command('list')
    .description('未办结的事项，按剩余时间')
    .addOption(cityOption())
    .option('--all', '已办结的也列出')
    .addOption(jsonOption())
    .action(async (flags: Flags & { readonly all?: boolean }) => {
      const answer = await withCity(flags.city, async (city) => {
        const open = flags.all ? undefined : true;
        const { rows, total } = await listMatters(city, { open }, { limit: 500, offset: 0 });
        return { total, rows: await matterLines(city, rows) };
      });
      const lines = answer.rows.map(
        ({ number, title, state, lead, due }) =>
          `${number}  ${state.name}  ${due.text}  ${lead?.name ?? '未定牵头单位'}  ${title}`,
      );
      printAnswer(answer, [`共 ${answer.total} 个事项`, ...lines], flags);
    });
}

function unknownAsNone(error: unknown): undefined {
  if (error instanceof Refusal && error.code === 'matter.unknown') return undefined;
  throw error;
}

function parseInstant(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('请写成 2023-09-10T08:00+08:00 这样的时刻');
  return at;
}

/** Looked for in every city: a number names its kind and year, an id is unique. */
async function clock({ packs, world }: Program, named: string, flags: OutputOptions): Promise<void> {
  for (const cityId of packs.keys()) {
    const caller = { cityId, actor: localOperator };
    const found = await world.open(caller, { readOnly: true, origin: {} }, async (city) => {
      const { rows } = await listMatters(city, isId(named) ? {} : { words: named }, {
        limit: isId(named) ? 0 : 1,
        offset: 0,
      });
      const matterId = isId(named) ? (named as string as MatterId) : rows[0]?.matterId;
      const held = matterId && (await getMatter(city, matterId).catch(unknownAsNone));
      return held && { row: held.row, ...(await viewClocks(city, { id: held.row.matterId })) };
    });
    if (!found) continue;
    const { row, ...answer } = found;
    const about = `${matterKind(row.kind).text}${row.number} ${row.title}`;
    const lines = answer.clocks.flatMap(({ clock: { name }, run, limit, left, days, stretches }) => [
      `${name}（第 ${run} 段，${limit}）：${left}`,
      ...days.map(({ day, text, left: after }) => `  ${day}  ${text}  剩 ${after}`),
      ...stretches.map(
        ({ from, text, leftMinutes }) => `  ${from.toISOString()}  ${text}  剩 ${leftMinutes} 分钟`,
      ),
    ]);
    printAnswer({ matterId: row.matterId, number: row.number, ...answer }, [about, ...lines], flags);
    return;
  }
  refuse('matter.unknown');
}
