import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPack, packDirs, sectionOf } from '#pack';
import { packSections } from '../../../apps/program/pack-sections.ts';
import { packNamed } from '../../../apps/program/program.ts';
import { dispatchSection } from '../dispatch-section.ts';

const folder = mkdtempSync(join(tmpdir(), 'guatu-dispatch-'));
const [china = '', dalian = ''] = packDirs('dalian');
cpSync(dalian, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the check says of a city whose file holds this one line of a cadence. */
function problemsOf(line: string): string[] {
  const text = `cadences:\n  - { id: one, name: 会, level: vice-mayor, ${line} }\n`;
  writeFileSync(join(folder, 'dispatch.yaml'), text);
  const problems = checkPack([china, folder], packSections);
  return problems.filter(({ file }) => file.endsWith('dispatch.yaml')).map(({ message }) => message);
}

describe('the cadences of the shipped packs', () => {
  test.each([
    ['dalian', ['quarterly', 'special', 'monthly', 'departments', 'districts', 'task-force']],
    ['lishui', ['monthly', 'command', 'joint', 'special']],
  ])('%s: each with its clause or said to be the platform’s', (id, ids) => {
    const cadences = sectionOf(packNamed(id), dispatchSection);
    expect(cadences.map((one) => one.id)).toEqual(ids);
    expect(cadences.every(({ basis }) => /^(DL|LS)\d|平台默认值/.test(basis))).toBe(true);
  });
});

describe('a pack is refused that says', () => {
  test.each([
    [
      'a monthly meeting of every week',
      'kind: 月调度, every: week, on: { weekday: 1 }, basis: 默认',
      'every 应为 month',
    ],
    ['a special meeting of every month', 'kind: 专题, every: month, on: { day: 1 }, basis: 默认', '专题调度'],
    ['a day without a period', 'kind: 专题, on: { day: 1 }, basis: 默认', '没有写 every'],
    ['a day of the month for a week', 'kind: 日常, every: week, on: { day: 1 }, basis: 默认', '不相配'],
    ['two days of a month', 'kind: 月调度, every: month, on: { day: 1, workday: 2 }, basis: 默认', '不相配'],
    ['the ninth day of ten days', 'kind: 旬, every: xun, on: { day: 9 }, basis: 默认', '下旬不一定有'],
    [
      'comments that end before they begin',
      'kind: 专题, comments: { opens: 1, closes: 3 }, basis: 默认',
      '截止不晚于开始',
    ],
    ['no basis', 'kind: 专题', '没有依据'],
    [
      'a level no ladder has',
      'kind: 专题, agenda: { mattersFrom: premier }, basis: 默认',
      '协调阶梯没有这一级',
    ],
    [
      'a scope that asks what nobody knows',
      'kind: 专题, scope: { field: colour, op: eq, value: red }, basis: 默认',
      'colour',
    ],
    ['the 31st', 'kind: 月调度, every: month, on: { day: 31 }, basis: 默认', ''],
  ])('%s', (_name, line, said) => {
    const problems = problemsOf(line);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(said);
  });

  test('nothing of a sound line', () => {
    expect(problemsOf('kind: 月调度, every: month, on: { weekday: 3, nth: 4 }, clause: DL23-3.2')).toEqual(
      [],
    );
  });
});
