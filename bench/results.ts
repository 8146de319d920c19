import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './subjects.ts';

export type Served = {
  readonly figure: Figure;
  readonly size: 'small' | 'large';
  readonly perSecond: number;
  readonly floorPerSecond: number;
  /** The floor's statement alone; null where one statement is not the whole. */
  readonly barePerSecond: number | null;
  readonly medianMs: number;
  readonly runs: readonly number[];
};

export type Line = {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
};

export type Results = {
  readonly at: string;
  readonly scale: number;
  readonly runs: number;
  readonly secondsPerRun: number;
  readonly connections: number;
  readonly machine: {
    readonly cpus: number;
    readonly model: string;
    readonly memoryGb: number;
    readonly node: string;
    readonly loadBefore: number;
  };
  readonly cities: readonly { readonly size: string; readonly projects: number; readonly months: number }[];
  readonly served: readonly Served[];
  readonly lines: readonly Line[];
};

const folder = join(import.meta.dirname, 'results');
const atLeast: Readonly<Record<Figure, number>> = {
  list: 0.5,
  selected: 0.5,
  page: 0.5,
  cockpit: 0.5,
  report: 1 / 3,
};
const names: Readonly<Record<Figure, string>> = {
  list: '项目清单（区县＋清单，按投资，50 行，含总数）',
  selected: '项目清单（条件选出 250 行）',
  page: '项目页（档案＋12 个月）',
  cockpit: '驾驶舱（一次请求）',
  report: '保存一份月报（检查、汇总、亮灯、审计，落盘）',
};

/** Keeps every run as JSON; a whole run at full size also as the page people read. */
export function writeResults(results: Results, whole: boolean): void {
  mkdirSync(folder, { recursive: true });
  const text = pageOf(results);
  process.stdout.write(`\n${text}`);
  if (!whole) return;
  writeFileSync(join(folder, `${results.at.slice(0, 10)}.json`), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'README.md'), text);
}

function pageOf(results: Results): string {
  const { machine, cities } = results;
  const sizes = cities.map(({ projects, months }) => `${projects} 个项目 × ${months} 个月`).join('，');
  return [
    '# 速度和内存',
    '',
    `${results.at.slice(0, 16).replace('T', ' ')}（UTC），${machine.cpus} 核 ${machine.model}，${machine.memoryGb} GB，Node ${machine.node}，`,
    `开始时负载 ${machine.loadBefore.toFixed(1)}。数据：${sizes}。${results.connections} 个连接，每项 ${results.runs} 次、每次 ${results.secondsPerRun} 秒，取中位数。`,
    '',
    '“底线”是同一框架、驱动、连接和表上最省的处理：查会话、开事务并设范围、不经行级安全的最佳 SQL（见 `bench/floor/`）、同样的 JSON。',
    '“裸 SQL”是底线那条语句单独执行。',
    '',
    '| 项目 | 规模 | 次/秒 | 底线 | 与底线之比 | 至少 | 裸 SQL | 中位延迟 |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...results.served.map(servedRow),
    ...sizesRow(results.served),
    '',
    '| 项目 | 值 | 上限 |',
    '|---|---:|---:|',
    ...results.lines.map((line) => {
      const limit = line.atMost === undefined ? '' : `${shown(line.atMost)} ${line.unit}`;
      return `| ${line.figure} | ${mark(line.value <= (line.atMost ?? Number.POSITIVE_INFINITY))}${shown(line.value)} ${line.unit} | ${limit} |`;
    }),
    '',
    `下一个瓶颈：${bottleneck(results)}`,
    '',
  ].join('\n');
}

function servedRow(one: Served): string {
  const ratio = one.perSecond / one.floorPerSecond;
  const least = atLeast[one.figure];
  const bare = one.barePerSecond === null ? '' : one.barePerSecond.toFixed(0);
  return `| ${names[one.figure]} | ${one.size === 'small' ? '小' : '大'} | ${one.perSecond.toFixed(0)} | ${one.floorPerSecond.toFixed(0)} | ${mark(ratio >= least)}${ratio.toFixed(2)} | ${least.toFixed(2)} | ${bare} | ${one.medianMs.toFixed(1)} ms |`;
}

/** What a larger city costs where the same number of rows is selected. */
function sizesRow(served: readonly Served[]): string[] {
  const rate = (size: string) =>
    served.find((one) => one.figure === 'selected' && one.size === size)?.perSecond;
  const [small, large] = [rate('small'), rate('large')];
  if (!small || !large) return [];
  const ratio = large / small;
  return [`| 250 行：大城市与小城市之比 | | | | ${mark(ratio >= 2 / 3)}${ratio.toFixed(2)} | 0.67 | | |`];
}

/** The figure furthest from its target, or closest to it. */
function bottleneck({ served, lines }: Results): string {
  const margins = [
    ...served.map((one) => ({
      what: `${names[one.figure]}（${one.size === 'small' ? '小' : '大'}）`,
      margin: one.perSecond / one.floorPerSecond / atLeast[one.figure],
    })),
    ...lines.flatMap(({ figure, value, atMost }) =>
      atMost === undefined ? [] : [{ what: figure, margin: atMost / value }],
    ),
  ].toSorted((a, b) => a.margin - b.margin);
  const [first] = margins;
  return first ? `${first.what}，为目标的 ${(first.margin * 100).toFixed(0)}%。` : '没有。';
}

const mark = (met: boolean) => (met ? '' : '**未达** ');
const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
