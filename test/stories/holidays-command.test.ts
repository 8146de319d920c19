import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandHome, commandHome } from '../support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'guatu-notices-'));
let at: CommandHome;
beforeAll(async () => {
  at = await commandHome();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await at.remove();
});

const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const answer = async (...args: readonly string[]) => JSON.parse((await at.run(...args, '--json')).stdout);

const head = '年份,文号,印发日期,日期,安排,名称';
const notice = `${head}\n2027,试验〔2026〕9号,2026-11-10,2027-01-01,放假,元旦\n2027,试验〔2026〕9号,2026-11-10,2027-01-02,补班,元旦\n`;

describe('counting working days needs no database', () => {
  test('between two days, each told', async () => {
    const told = await answer('workdays', '2023-09-28', '2023-10-12');
    expect(told).toMatchObject({ workingDays: 6, workingDaysWithFirst: 7, provisional: false });
    expect(told.days).toHaveLength(15);
    expect(told.days[9]).toEqual({
      ...{ day: '2023-10-07', works: true, basis: 'makeup', provisional: false, name: '国庆节、中秋节' },
    });
  });

  test.each([
    ['2023-09-28', '5', '2023-10-11'],
    ['2020-01-22', '2', '2020-02-03'],
    ['2023-10-09', '-1', '2023-10-08'],
  ])('from %s on the %sth is %s', async (from, count, to) =>
    expect(await answer('workdays', from, '--add', count)).toMatchObject({ from, to }),
  );

  test('one day alone is no question, nor is a day that does not exist', async () => {
    expect((await at.run('workdays', '2023-09-28')).stderr).toContain('请写两个日期');
    expect((await at.run('workdays', '2023-09-31', '2023-10-01')).stderr).toContain('请写成 2023-06-10');
  });
});

describe('a notice loaded', () => {
  test('with faults is not loaded, and says every line and remedy', async () => {
    const path = written('faulty.csv', notice.replace('2027-01-02', '2027-01-04').replace('放假', '休息'));
    const { status, stdout } = await at.run('holidays', 'load', path);
    expect(status).toBe(1);
    expect(stdout).toContain('第2行：“安排”列：“休息”不在可填范围内');
    expect(stdout).toContain('第3行：元旦补班日“2027-01-04”本是工作日');
    expect(stdout).toContain('没有载入');
  });

  test('that is no file or no notice is refused', async () => {
    expect((await at.run('holidays', 'load', join(at.home, 'none.csv'))).stderr).toContain('没有文件');
    expect((await at.run('holidays', 'load', written('a.txt', notice))).stderr).toContain('不是放假通知');
  });

  test('holds for a city, does nothing the second time, and is listed', async () => {
    const path = written('notice.csv', notice);
    const before = await answer('workdays', '2026-12-31', '2027-01-04', '--city', 'dalian');
    expect(before).toMatchObject({ workingDays: 2, provisional: true });
    const first = await answer('holidays', 'load', path);
    expect(first).toMatchObject({ loaded: [{ year: 2027, document: '试验〔2026〕9号' }], known: [] });
    expect(first.cities).toMatchObject([{ moved: [] }]);
    expect(await answer('holidays', 'load', path)).toMatchObject({ loaded: [], known: [{ year: 2027 }] });
    const after = await answer('workdays', '2026-12-31', '2027-01-04', '--city', 'dalian');
    expect(after).toMatchObject({ workingDays: 2, provisional: false });
    expect(after.days[1]).toMatchObject({ day: '2027-01-01', works: false, name: '元旦' });
    const { notices } = await answer('holidays', 'list');
    expect(notices.at(-1)).toMatchObject({ document: '试验〔2026〕9号', loadedBy: '本机操作员' });
    expect((await at.run('audit', 'verify')).stdout).toContain('审计链完好');
  });
});
