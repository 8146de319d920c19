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
import { listen } from './listen.ts';
import { readSettings } from './settings.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const version: string = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
).version;
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** `guatu serve`: the pages and the interface until a signal comes. */
export async function serve(): Promise<void> {
  const { settings } = readSettings();
  await ensureWebBuilt(say);
  const program = await openProgramToServe(settings, say);
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
  const listening = await listen(server, settings).catch(async (error: unknown) => {
    await closeProgram(program);
    throw error;
  });
  const running = startJobs(program.db, jobsOf(program), {
    onFailure: (job, error) => server.log.error({ job: job.id, err: error }),
  });
  stopOnSignal(
    async () => {
      say('正在停止……');
      await listening.stop();
      await running.stop();
      await closeProgram(program);
      say('已停止');
    },
    (error) => server.log.error(error),
  );
  say(`挂图已启动：${listening.addresses.join('  ')}`);
  say('非涉密系统，严禁录入国家秘密');
  if (program.demonstration) await sayDemonstration(program);
}

async function sayDemonstration(program: Program): Promise<void> {
  say(`现在是演示数据，均为虚构。各账号密码均为 ${demonstrationPassword}：`);
  for (const [cityId, pack] of program.packs) {
    const accounts = await demonstrationAccounts(program, cityId);
    say(`  ${pack.name}：${accounts.map(({ login, roleName }) => `${login}（${roleName}）`).join('、')}`);
  }
  say('正式使用：用 npm run -s guatu -- user add 开设第一个账号，再次启动即进入正式库。');
}
