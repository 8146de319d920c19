/**
 * How fast policy documents are read, and whether memory stays flat. Usage: node bench/policy-read.ts [documents].
 * The text is made up: chapters of five measures each, with units, targets and dates. Times are of the process.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readPolicyFile } from '../features/policy/acts/read-file.ts';
import { unitNames } from '../features/policy/unit-names.ts';

const [count = '1000'] = process.argv.slice(2);
const han = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const folder = mkdtempSync(join(tmpdir(), 'policy-read-'));
const names = unitNames();
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

try {
  const first = join(folder, 'document.txt');
  writeFileSync(first, documentOf(30, 0));
  const before = process.cpuUsage();
  const { policy } = await readPolicyFile(first, names);
  console.log(
    `${policy.measures.length} measures, first document: ${milliseconds(before)} ms of process time`,
  );

  const peaks: number[] = [];
  const start = process.cpuUsage();
  for (let index = 0; index < Number(count); index++) {
    const path = join(folder, 'document.txt');
    writeFileSync(path, documentOf(30, index));
    const read = await readPolicyFile(path, names);
    if (read.policy.measures.length !== 30)
      throw new Error(`document ${index}: ${read.policy.measures.length} measures`);
    if ((index + 1) % Math.ceil(Number(count) / 5) === 0) peaks.push(heapMegabytes());
  }
  console.log(
    `${count} documents: ${(milliseconds(start) / Number(count)).toFixed(1)} ms each, heap in use at fifths ${peaks.join(', ')} MB, peak ${peakMegabytes()} MB`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

function heapMegabytes(): number {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return Math.round((user + system) / 1000);
}

function documentOf(measures: number, seed: number): string {
  const lines = [
    '甲州市人民政府关于推动经济持续向好的若干措施',
    `甲政发〔2024〕${seed + 1}号`,
    '各县（市、区）人民政府，市政府各部门：',
    '为推动经济持续向好，制定以下措施。',
  ];
  for (let index = 0; index < measures; index++) {
    if (index % 5 === 0) lines.push(`${han[(index / 5) % 10]}、推动第${index / 5 + 1}方面工作`);
    lines.push(measureOf(index + 1, seed));
  }
  lines.push('甲州市人民政府', '2024年5月6日');
  return lines.join('\n');
}

function measureOf(number: number, seed: number): string {
  const filler =
    '坚持目标导向、问题导向，完善工作机制，强化要素保障，压实各方责任，确保各项任务落到实处。'.repeat(6);
  return `${number}.加快推进第${number}项工作。${filler}到2025年底，新增项目${number + seed}个以上，完成投资${number * 3}亿元，占比提高到${(number % 60) + 20}%；每季度召开一次推进会。（牵头单位：市发展改革委；责任单位：市财政局、市住房城乡建设局（市人防办），各县（市、区）政府）`;
}
