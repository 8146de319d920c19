import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startJobs } from '#jobs';
import { demonstrationPassword } from '../program/demonstration-accounts.ts';
import { demonstrationAccounts } from '../program/demonstration-seats.ts';
import { implementations } from '../program/implementations.ts';
import { jobsOf } from '../program/jobs.ts';
import { closeProgram, type Program } from '../program/program.ts';
import { openProgramToServe } from '../program/program-to-serve.ts';
import { buildServer } from './build-server.ts';
import { ensureWebBuilt } from './build-web.ts';
import { ensurePortFree, listen } from './listen.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings-schema.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const version: string = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
).version;
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** `guatu serve`: the pages and the interface until a signal comes. */
export async function serve(): Promise<void> {
  const { settings } = readSettings();
  await ensurePortFree(settings);
  await ensureWebBuilt(say);
  const starting = start(settings);
  const signals = stopOnSignal(
    async () => {
      say('正在停止……');
      // A start under way is let come to its end, so that nothing of it goes on running.
      const service = await starting.catch(() => undefined);
      await service?.stop();
      say('已停止');
    },
    (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
  );
  const { program, addresses } = await starting;
  if (signals.isStopping()) return;
  say(`挂图已启动：${addresses.join('  ')}`);
  say('非涉密系统，严禁录入国家秘密');
  if (program.demonstration) await sayDemonstration(program);
}

type Service = {
  readonly program: Program;
  readonly addresses: readonly string[];
  stop(): Promise<void>;
};

async function start(settings: Settings): Promise<Service> {
  const program = await openProgramToServe(settings, say);
  try {
    const logFolder = join(settings.home, 'log');
    await mkdir(logFolder, { recursive: true });
    const server = await buildServer({
      db: program.db,
      settings,
      implementations: await implementations(program),
      world: program.world,
      version,
      logger: { level: settings.logLevel, file: join(logFolder, 'guatu.log') },
    });
    const listening = await listen(server, settings);
    const running = startJobs(program.db, jobsOf(program), {
      onFailure: (job, error) => server.log.error({ job: job.id, err: error }),
    });
    const stop = async () => {
      await listening.stop();
      await running.stop();
      await closeProgram(program);
    };
    return { program, addresses: listening.addresses, stop };
  } catch (error) {
    await closeProgram(program);
    throw error;
  }
}

async function sayDemonstration(program: Program): Promise<void> {
  say(`现在是演示数据，均为虚构。各账号密码均为 ${demonstrationPassword}：`);
  for (const [cityId, pack] of program.packs) {
    const accounts = await demonstrationAccounts(program, cityId);
    say(`  ${pack.name}：${accounts.map(({ login, roleName }) => `${login}（${roleName}）`).join('、')}`);
  }
  say('正式使用：用 npm run -s guatu -- user add 开设第一个账号，再次启动即进入正式库。');
}
