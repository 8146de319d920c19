import type { ListRecord } from '../domain/list-record.ts';
import type { KnownProject } from '../domain/match-project.ts';
import type { ReportRecord } from '../domain/report-record.ts';
import type { ReadResult } from '../domain/result.ts';

/** Records reduced to some of their fields, in the order of the workbook; the name read where a row was rejected. */
export function fieldsOf<K extends keyof ListRecord | keyof ReportRecord>(
  result: ReadResult<ListRecord> | ReadResult<ReportRecord>,
  ...fields: K[]
): unknown[][] {
  return result.rows.map(({ record, nameRead }) =>
    record
      ? fields.map((field) => plain((record as unknown as Record<string, unknown>)[field]))
      : [nameRead, 'rejected'],
  );
}

/** Places by name, amounts in 万元. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null && 'name' in value) return (value as { name: string }).name;
  if (typeof value === 'string' && /^-?\d+$/.test(value) && value.length > 4)
    return Number(value) / 1_000_000;
  return value;
}

/** 「B7 alias-resolved」 for every finding, the sheet before it where there are several. */
export function findingsOf(result: ReadResult<unknown>): string[] {
  const several = new Set(result.findings.map((f) => f.sheet)).size > 1;
  return result.findings.map((f) => `${several ? `${f.sheet} ` : ''}${f.cell} ${f.code}`);
}

/** 「3 header」 for every row that is no data. */
export function skipsOf(result: ReadResult<unknown>): string {
  return result.skip.map((s) => `${s.row} ${s.why}`).join(', ');
}

/** Fields by header, as the columns were taken. */
export function columnsOf(result: ReadResult<unknown>, sheet = 0): Record<string, string | null> {
  return Object.fromEntries((result.sheets[sheet]?.columns ?? []).map((c) => [c.header, c.field]));
}

export function listed(...names: string[]): KnownProject[] {
  return names.map((name, i) => ({
    key: `P${i + 1}`,
    name,
    code: null,
    district: null,
    category: '新开工',
    totalFen: null,
    doneBeforeFen: null,
  }));
}
