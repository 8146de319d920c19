import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, fillIn } from '../../features/workbooks/test/fill-in.ts';
import { type CommandHome, commandHome } from '../support/command.ts';

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月计划投资（万元）`).join(',');
const plan = Array<number>(12).fill(500).join(',');
const list = [
  `2024年大连市重点项目清单（在建项目）${','.repeat(17)}`,
  `序号,项目名称,项目代码,所属地区,总投资（万元）,2024年计划投资（万元）,${months}`,
  `1,滨海公路工程,2301-210213-04-01-100001,金普新区,50000,6000,${plan}`,
  `2,海湾水厂项目,2301-210211-04-01-100002,甘井子,30000,6000,${plan}`,
].join('\n');

describe('workbooks issued and taken back on the command line', () => {
  let home: CommandHome;
  const folder = mkdtempSync(join(tmpdir(), 'guatu-issued-'));
  beforeAll(async () => {
    home = await commandHome();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await home.remove();
  });
  const month = ['--city', 'dalian', '--period', '2024-03'];

  test('a workbook per district; the returns go in together, or not at all where two disagree', async () => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, list);
    await home.run('import', 'projects', path, '--city', 'dalian', '--year', '2024');
    const issued = await home.run('workbooks', ...month, '--out', join(folder, 'out'));
    expect(issued.status).toBe(0);
    const names = readdirSync(join(folder, 'out')).sort();
    expect(names).toEqual(['2024年3月填报表（甘井子区）.xlsx', '2024年3月填报表（金普新区）.xlsx']);
    const filled = async (name: string, wan: number, as = name) => {
      const bytes = await fillIn(readFileSync(join(folder, 'out', name)), () => ({
        本月完成投资: amount(wan),
        本年累计完成投资: amount(wan),
      }));
      writeFileSync(join(folder, as), bytes);
      return join(folder, as);
    };
    const [one, two] = [await filled(names[0]!, 100), await filled(names[1]!, 200)];
    const other = await filled(names[1]!, 300, '另一份.xlsx');
    const torn = await home.run('import', 'reports', one, two, other, ...month);
    expect(torn.status).toBe(1);
    expect(torn.stdout).toContain('不一致');
    expect(torn.stdout).toContain('写入 0 行');
    const merged = await home.run('import', 'reports', one, two, ...month, '--json');
    expect([merged.status, JSON.parse(merged.stdout)]).toMatchObject([0, { written: 2, refused: [] }]);
  });
});
