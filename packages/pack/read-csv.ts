import { CsvError, parse } from 'csv-parse/sync';
import type { CsvColumn } from './csv-column.ts';
import type { PackPlace, PackProblem } from './pack-problem.ts';

export type CsvColumns = Record<string, CsvColumn<unknown>>;

type ValueOf<C> = C extends CsvColumn<infer T> ? T : never;

/** One row with the place it was read from. */
export type CsvRow<C extends CsvColumns> = { readonly [K in keyof C]: ValueOf<C[K]> } & {
  readonly at: PackPlace;
};

type Parsed = { record: string[]; info: { lines: number } };

/** Rows that could be read whole; every cell that could not is a problem with its line. */
export function readCsv<const C extends CsvColumns>(
  file: string,
  text: string,
  columns: C,
): { rows: CsvRow<C>[]; problems: PackProblem[] } {
  const problems: PackProblem[] = [];
  const parsed = parseLines(file, text, problems);
  const header = parsed[0]?.record ?? [];
  problems.push(...headerProblems(file, header, columns));
  const rows = parsed.slice(1).flatMap(({ record, info }) => {
    const at = { file, line: info.lines };
    if (record.length !== header.length) {
      const message = `这一行有${record.length}格，表头有${header.length}格`;
      problems.push({ ...at, message, remedy: '请补齐或删去多余的逗号；含逗号的文字请用英文双引号括起' });
      return [];
    }
    const row = readRow(at, header, record, columns, problems);
    return row ? [row] : [];
  });
  return { rows, problems };
}

function readRow<C extends CsvColumns>(
  at: PackPlace,
  header: string[],
  record: string[],
  columns: C,
  problems: PackProblem[],
): CsvRow<C> | undefined {
  const values: Record<string, unknown> = { at };
  let whole = true;
  for (const [name, column] of Object.entries(columns)) {
    const index = header.indexOf(name);
    const reading = column.read(index < 0 ? '' : (record[index] ?? '').trim());
    if ('message' in reading) {
      whole = false;
      if (index < 0) continue;
      problems.push({ ...at, message: `“${name}”列：${reading.message}`, remedy: reading.remedy });
    } else {
      values[name] = reading.value;
    }
  }
  return whole ? (values as CsvRow<C>) : undefined;
}

function headerProblems(file: string, header: string[], columns: CsvColumns): PackProblem[] {
  const at = { file, line: 1 };
  const known = Object.keys(columns);
  const missing = known.filter((name) => !columns[name]?.mayBeMissing && !header.includes(name));
  const strange = header.filter((name, index) => !known.includes(name) || header.indexOf(name) !== index);
  return [
    ...missing.map((name) => ({ ...at, message: `表头缺少“${name}”列`, remedy: `请在第一行补上“${name}”` })),
    ...strange.map((name) => ({
      ...at,
      message: `表头多出或重复“${name}”列`,
      remedy: `请删去，可用的列有：${known.join('、')}`,
    })),
  ];
}

function parseLines(file: string, text: string, problems: PackProblem[]): Parsed[] {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return parsed as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    problems.push({ file, line, message: '不是正确的 CSV', remedy: '请检查这一行附近的英文双引号是否成对' });
    return [];
  }
}
