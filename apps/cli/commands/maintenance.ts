import { resolve } from 'node:path';
import type { Command } from 'commander';
import { headsFileOf, sealAudit, verifyAudit } from '#access';
import { backup, closeDatabase, openDatabase, restore } from '#db';
import { Refusal, refusalText } from '#kernel/refusal';
import { cityFor } from '../../program/enter-city.ts';
import { migrations } from '../../program/migrations.ts';
import { listSettings } from '../../server/list-settings.ts';
import { readSettings } from '../../server/settings.ts';
import { jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer, tell } from '../print.ts';
import { withProgram } from '../with-program.ts';

export function addMaintenance(program: Command): void {
  program
    .command('doctor')
    .description('列出全部设置，检查数据库能否打开')
    .addOption(jsonOption())
    .action(doctor);
  program
    .command('audit')
    .description('审计')
    .command('verify')
    .description('核对审计链，指出被改、被删、被调换的记录')
    .option('--city <市>', '只核对一个市')
    .addOption(jsonOption())
    .action(verify);
  program
    .command('backup')
    .argument('<文件>')
    .description('把数据库、文件和审计链头备份到一个文件')
    .addOption(jsonOption())
    .action((file: string, flags: OutputOptions) =>
      withProgram(async ({ db }) => {
        const report = await backup(db, resolve(file));
        printAnswer(report, [`已备份 ${report.rows} 行、${report.files} 个文件到 ${report.file}`], flags);
      }),
    );
  program
    .command('restore')
    .argument('<文件>')
    .description('恢复到空的数据目录（GUATU_HOME）')
    .addOption(jsonOption())
    .action(restoreInto);
}

async function doctor(flags: OutputOptions): Promise<void> {
  const settings = listSettings(readSettings());
  const database = await lookAtDatabase();
  const names = database.cities.map(({ name }) => name).join('、');
  const verdict =
    database.trouble ??
    `数据库可以打开；已建 ${database.cities.length} 个市${names === '' ? '' : `：${names}`}`;
  printAnswer(
    { settings, database, node: process.version },
    [
      ...settings.map(
        ({ variable, value, meaning, source }) => `${variable}=${value}  ${meaning}（${sources[source]}）`,
      ),
      verdict,
    ],
    flags,
  );
  if (database.trouble) process.exitCode = 1;
}

/** What keeps the database from opening belongs to the findings: the settings are listed all the same. */
async function lookAtDatabase() {
  try {
    return await withProgram(async ({ packs }) => ({
      cities: [...packs.values()].map(({ id, cityId, name }) => ({ id, cityId, name })),
      trouble: undefined,
    }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { cities: [], trouble: refusalText(error) };
  }
}

const sources = { default: '默认', environment: '环境变量', file: '设置文件' } as const;

async function verify(flags: OutputOptions & { readonly city?: string }): Promise<void> {
  await withProgram(async (program) => {
    const cities = flags.city ? [await cityFor(program, flags.city)] : [...program.packs.keys()];
    const verdicts = [];
    for (const cityId of cities) {
      await sealAudit(program.db, cityId, { whole: true });
      const verdict = await verifyAudit(program.db, cityId, headsFileOf(program.db, cityId));
      verdicts.push({ cityId, ...verdict });
    }
    const lines = verdicts.flatMap(({ cityId, ok, sealed, problems }) => [
      `${program.packs.get(cityId)?.name ?? cityId}：${ok ? '审计链完好' : '审计链有问题'}，已封存 ${sealed} 条`,
      ...problems.map(({ text }) => `  ${text}`),
    ]);
    printAnswer(
      { ok: verdicts.every(({ ok }) => ok), cities: verdicts },
      lines.length > 0 ? lines : ['还没有任何市的数据'],
      flags,
    );
    if (verdicts.some(({ ok }) => !ok)) process.exitCode = 1;
  });
}

async function restoreInto(file: string, flags: OutputOptions): Promise<void> {
  const { home, databaseUrl } = readSettings().settings;
  tell(`正在恢复到 ${home} ……`);
  const db = await openDatabase({ home, ...(databaseUrl ? { url: databaseUrl } : {}), exclusive: true });
  try {
    const report = await restore(db, resolve(file), migrations);
    printAnswer(report, [`已恢复 ${report.rows} 行、${report.files} 个文件`], flags);
  } finally {
    await closeDatabase(db);
  }
}
