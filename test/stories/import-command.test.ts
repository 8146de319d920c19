import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMade } from '../../packages/sheets/test/hand-made.ts';
import { type CommandHome, type CommandRun, commandHome } from '../support/command.ts';

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月计划投资（万元）`);
const head = `序号,项目名称,项目代码,所属地区,总投资（万元）,2024年计划投资（万元）,${months.join(',')}`;
const year = (...parts: readonly number[]) =>
  [...parts, ...Array<number>(12 - parts.length).fill(500)].join(',');
const title = `2024年大连市重点项目清单（在建项目）${','.repeat(17)}`;
const road = `1,滨海公路工程,2301-210213-04-01-100001,金普新区,50000,6000,${year()}`;
const water = `2,海湾水厂项目,2301-210211-04-01-100002,甘井子,30000,6000,${year()}`;
const elsewhere = `3,北山学校工程,2301-210211-04-01-100003,营口市,30000,6000,${year()}`;
const moved = `1,滨海公路工程,2301-210213-04-01-100001,金普新区,50000,6600,${year(1100)}`;
const report = [
  '2024年3月重点项目进展表,,,,,,',
  '序号,项目名称,地区,本月完成投资（万元）,本年累计完成投资（万元）,是否开工,形象进度',
  '1,滨海公路项目,金普新区,900,2900,是,路基施工',
  '2,海湾水厂项目,甘井子区,400,1200,是,主体施工',
];

type Answer = {
  accepted: number;
  rejected: number;
  written: number;
  findings: { code: string; cell: string }[];
};

/** An office clerk at the command line: every import says what it did, and by its exit status whether all is well. */
describe('importing on the command line, in an empty home', () => {
  let home: CommandHome;
  const folder = mkdtempSync(join(tmpdir(), 'guatu-sent-'));
  beforeAll(async () => {
    home = await commandHome();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await home.remove();
  });

  const at = (name: string) => join(folder, name);
  const put = (name: string, content: string | Uint8Array) => {
    const path = at(name);
    writeFileSync(path, content);
    return path;
  };
  const list = (name: string, ...rows: readonly string[]) => put(name, [title, head, ...rows].join('\n'));
  const projects = (path: string, ...flags: readonly string[]) =>
    home.run('import', 'projects', path, '--city', 'dalian', '--year', '2024', ...flags);
  const reports = (path: string, ...flags: readonly string[]) =>
    home.run('import', 'reports', path, '--city', 'dalian', '--period', '2024-03', ...flags);
  const answerOf = ({ stdout }: CommandRun): Answer => JSON.parse(stdout);
  const done = (run: CommandRun) => [run.status, answerOf(run).written];

  test('a dry run with an error tells it, writes nothing and exits 1', async () => {
    const run = await projects(list('list.csv', road, water, elsewhere), '--dry-run', '--json');
    const { findings, ...counts } = answerOf(run);
    expect(run.status).toBe(1);
    expect(counts).toMatchObject({ accepted: 2, rejected: 1, written: 0 });
    expect(findings.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'D4 alias-resolved',
      'D5 district-unknown',
    ]);
    expect(run.stderr).toBe('');
  });

  test('with an error nothing is written, and the lines say how to go on', async () => {
    const run = await projects(at('list.csv'));
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('写入 0 行');
    expect(run.stdout).toContain('--accept-good');
  });

  test('--accept-good takes the rows without errors', async () => {
    expect(done(await projects(at('list.csv'), '--accept-good', '--json'))).toEqual([0, 2]);
  });

  test('the same rows again write nothing, whatever the file is called', async () => {
    expect(done(await projects(at('list.csv'), '--accept-good', '--json'))).toEqual([0, 0]);
    expect(done(await projects(list('again.csv', road, water), '--json'))).toEqual([0, 0]);
  });

  test('a changed plan asks for reason and approver, both', async () => {
    const path = list('moved.csv', moved, water);
    for (const flags of [
      ['--reason', '扩大规模'],
      ['--approver', '市政府常务会议'],
    ]) {
      const run = await projects(path, ...flags);
      expect([run.status, run.stdout]).toEqual([1, '']);
      expect(run.stderr).toContain('理由和批准人');
    }
    const run = await projects(path, '--reason', '扩大规模', '--approver', '市政府常务会议', '--json');
    expect(run.status).toBe(0);
    expect(answerOf(run).written).toBeGreaterThan(0);
    expect(done(await projects(path, '--json'))).toEqual([0, 0]);
  });

  test('a similar name waits to be confirmed; --accept-similar confirms it, once', async () => {
    const path = put('report.csv', report.join('\n'));
    const waiting = await reports(path, '--received-on', '2024-04-07');
    expect(waiting.status).toBe(0);
    expect(waiting.stdout).toContain('滨海公路工程');
    expect(waiting.stdout).toContain('--accept-similar');
    const flags = ['--received-on', '2024-04-07', '--accept-similar', '--json'];
    const confirmed = await reports(path, ...flags);
    expect(confirmed.status).toBe(0);
    expect(answerOf(confirmed).written).toBeGreaterThan(0);
    expect(done(await reports(path, ...flags))).toEqual([0, 0]);
  });

  test('what is told on the way goes to stderr, the answer alone to stdout', async () => {
    const run = await reports(at('report.csv'), '--dry-run', '--json');
    expect(run.stderr).toContain('没有写明收到日期');
    expect(answerOf(run).accepted).toBe(2);
  });

  test('reports of a year without a list are refused', async () => {
    const run = await home.run(
      ...['import', 'reports', at('report.csv'), '--city', 'dalian', '--period', '2025-03'],
    );
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('请先导入当年清单');
  });

  test.each<[string, () => string | Uint8Array | Promise<Uint8Array>, string]>([
    ['empty.xlsx', () => new Uint8Array(0), '0 字节'],
    ['renamed.xlsx', () => '%PDF-1.7\n1 0 obj\n', 'PDF'],
    ['macro.xlsx', () => handMade({ parts: { 'xl/vbaProject.bin': Buffer.alloc(99) } }), '宏'],
    ['bomb.xlsx', () => handMade({ data: ' '.repeat(100_000_000) }), '压缩比'],
    ['wide.xlsx', () => handMade({ data: sheetOf(170_000_000) }), '超过 160 MB'],
    ['menu.xlsx', () => handMade({ data: '<row><c t="str"><v>食堂菜单</v></c></row>' }), '没有找到项目表'],
    ['secret.csv', () => '机密★1年\n项目名称,项目代码,总投资（万元）\n甲工程,,100\n', '国家秘密'],
  ])('%s is refused in one Chinese sentence', async (name, content, says) => {
    const run = await projects(put(name, await content()), '--json');
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining(says)]);
    const { text } = JSON.parse(run.stdout) as { text: string };
    expect(run.stderr.trim()).toBe(text);
    expect(text).not.toMatch(/[{}]|\bat\b.*:\d+/);
  });
});

/** A sheet of this many characters that packs no better than an honest one. */
function sheetOf(length: number): string {
  const row = (i: number) => `<row r="${i}"><c r="A${i}"><v>${(i * 7919) % 1_000_003}</v></c></row>`;
  const block = Array.from({ length: 20_000 }, (_, i) => row(i + 1)).join('');
  return block.repeat(Math.ceil(length / block.length));
}
