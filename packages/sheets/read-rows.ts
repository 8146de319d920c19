import { refuse } from '#kernel/refusal';
import { contentOf } from './content.ts';
import { withLimits } from './limits.ts';
import { ensureSize, type ReadOptions, readWorkbook } from './read-workbook.ts';
import type { Source } from './source.ts';
import type { Row } from './workbook.ts';
import { batchesOf, closeXlsx, openXlsx } from './xlsx/open-xlsx.ts';

/** Rows handed on one by one take no memory, so many more may come. */
const streamLimits = { rows: 1_048_576, cells: 30_000_000 };

/**
 * The rows of one sheet (the first visible one unless named) without keeping them. Merged areas and hidden
 * columns stand behind the rows in the file and are not given. Other formats are read whole first.
 */
export async function* readRows(
  source: Source,
  options: ReadOptions & { readonly sheet?: string },
): AsyncGenerator<Row> {
  const { name } = options;
  const limits = withLimits({ ...streamLimits, ...options.limits });
  await ensureSize(source, name, limits);
  if ((await contentOf(source, name)) !== 'zip') {
    const workbook = await readWorkbook(source, options);
    yield* pick(workbook.sheets, options).rows.values();
    return;
  }
  const xlsx = await openXlsx(source, name, limits);
  try {
    for await (const { rows } of batchesOf(xlsx, pick(xlsx.sheets, options))) yield* rows;
  } finally {
    closeXlsx(xlsx);
  }
}

function pick<T extends { name: string; hidden: boolean }>(
  sheets: readonly T[],
  { name, sheet }: { name: string; sheet?: string },
): T {
  const found = sheet === undefined ? (sheets.find((one) => !one.hidden) ?? sheets[0]) : undefined;
  const chosen = found ?? sheets.find((one) => one.name === sheet);
  const names = sheets.map((one) => one.name).join('、');
  return chosen ?? refuse('sheets.no_such_sheet', { name, sheet: sheet ?? '', sheets: names });
}
