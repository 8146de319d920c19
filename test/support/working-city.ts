import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './started.ts';

export const year = 2023;
const district = '金普新区';
const firstPassword = 'Chunfeng@2023';

/** Somebody with an account: the password handed out, and the one chosen at the first sign-in. */
export type Person = {
  readonly login: string;
  readonly firstPassword: string;
  readonly password: string;
  readonly cityId: number;
};

export type WorkingCity = {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  /** The same city in another home. */
  in(home: string): WorkingCity;
  /** Runs `guatu …` in the city's home. */
  run(...args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }>;
  /** The same, whose answer is expected and read. */
  ask<T>(...args: readonly string[]): Promise<T>;
  /** Opens an account in the district of all projects. */
  person(login: string, role: string): Promise<Person>;
};

/** A shipped city in the given home with a year's list of `projects`, taken in on the command line. */
export async function workingCity(
  home: string,
  { projects, today }: { readonly projects: number; readonly today: string },
): Promise<WorkingCity> {
  const city = cityIn(home, today);
  const list = join(home, 'list.csv');
  writeList(list, projects);
  const { written } = await city.ask<{ written: number }>(
    ...['import', 'projects', list, '--city', 'dalian', '--year', String(year)],
  );
  if (written !== projects) throw new Error(`${written} of ${projects} projects were written`);
  return city;
}

/** A shipped city nobody has brought a list into yet. */
export function emptyCity(home: string, today: string): WorkingCity {
  return cityIn(home, today);
}

function cityIn(home: string, today: string): WorkingCity {
  const env = { GUATU_HOME: home, GUATU_TODAY: today };
  const ask = async <T>(...args: readonly string[]) => {
    const { status, stdout, stderr } = await run([...args, '--json'], { env });
    if (status !== 0) throw new Error(`guatu ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
    return JSON.parse(stdout) as T;
  };
  return {
    home,
    env,
    in: (elsewhere) => cityIn(elsewhere, today),
    run: (...args) => run(args, { env }),
    ask,
    person: async (login, role) => {
      const about = ['--login', login, '--name', `${login}同志`, '--role', role, '--password', firstPassword];
      await ask('user', 'add', '--city', 'dalian', ...about, '--org', district);
      return { login, firstPassword, password: 'Qiufen@2023', cityId: 210_200 };
    },
  };
}

/** A yearly list as an office keeps it, with a plan for every month. */
export function writeList(file: string, projects: number): void {
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月计划投资（万元）`);
  const header = [
    ...['序号', '项目名称', '所属地区', '建设性质', '建设内容', '建设起止年限', '总投资（万元）'],
    ...[`${year}年计划投资（万元）`, `至${year - 1}年底累计完成投资（万元）`, ...months, '项目阶段'],
  ];
  const lines = Array.from({ length: projects }, (_, at) => {
    const month = 100 + at;
    const about = [at + 1, `第${at + 1}号厂房`, district, '新建', '新建厂房', '2022-2025'];
    return [...about, 100_000, month * 12, 1000, ...Array<number>(12).fill(month), '在建'];
  });
  writeFileSync(file, [header, ...lines].map((line) => `${line.join(',')}\n`).join(''));
}
