/**
 * How fast a large table is written, and whether its memory stays the same for ten times the rows.
 * Usage: node bench/sheets-write.ts [columns]. Each measurement runs in its own process.
 */
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import type { PlainDate } from '#kernel/plain-date';
import { type Column, writeCsv, writeTable } from '#sheets';

const [mode = '20', rowsText = '0', columnsText = '20'] = process.argv.slice(2);

if (mode === 'xlsx' || mode === 'csv') await measure(mode, Number(rowsText), Number(columnsText));
else compare(mode);

function compare(columns: string): void {
  for (const kind of ['xlsx', 'csv']) {
    for (const rows of ['10000', '100000']) {
      const args = [import.meta.filename, kind, rows, columns];
      console.log(
        `${kind} ${rows} × ${columns}: ${execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()}`,
      );
    }
  }
}

async function measure(kind: 'xlsx' | 'csv', rows: number, count: number): Promise<void> {
  const before = performance.now();
  const columns = Array.from({ length: count }, (_, at) => columnOf(at));
  const table = { sheet: '清单', title: '重点项目清单', columns, rows: numbers(rows) };
  const out = createWriteStream('/dev/null');
  await (kind === 'xlsx' ? writeTable(out, table) : writeCsv(out, table));
  const seconds = ((performance.now() - before) / 1000).toFixed(2);
  console.log(`${seconds} s, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

function columnOf(at: number): Column<number> {
  const title = `第 ${at + 1} 列`;
  if (at % 3 === 0) return { title, kind: 'text', value: (row) => `金普新区第 ${row} 号重点项目` };
  if (at % 3 === 1) return { title, kind: 'money', unit: '万元', value: (row) => BigInt(row) * 1_234_567n };
  return {
    title,
    kind: 'date',
    value: (row) => `2023-05-${String((row % 28) + 1).padStart(2, '0')}` as PlainDate,
  };
}

function* numbers(most: number): Generator<number> {
  for (let number = 1; number <= most; number++) yield number;
}
