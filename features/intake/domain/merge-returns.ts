import type { ReportRecord } from './report-record.ts';
import type { RowResult } from './result.ts';
import { differences, fateOf, type ReturnFact, type ReturnFate } from './return-row.ts';

/** A returned workbook as read, in the order the files came. */
export type ReturnedFile = {
  readonly importId: string;
  readonly rows: readonly RowResult<ReportRecord>[];
};

export type FatedRow = {
  readonly row: RowResult<ReportRecord>;
  readonly fate: ReturnFate;
};

/** One file's row for a project that another file reports, too. */
export type Contender = {
  readonly importId: string;
  readonly row: RowResult<ReportRecord>;
  /** Only a similar name was found, and nobody confirmed it. */
  readonly proposed: boolean;
};

/** Two offices say different things of one project's month. */
export type Contest = {
  readonly key: string;
  readonly differ: readonly ReturnFact[];
  readonly contenders: readonly Contender[];
};

export type Merged = {
  readonly files: ReadonlyMap<string, readonly FatedRow[]>;
  readonly contests: readonly Contest[];
  /** Projects that several files report in the same words. */
  readonly agreed: readonly string[];
};

/** Looks at all returns together. Of two rows in one file the later stands, as in every import. */
export function mergeReturns(files: readonly ReturnedFile[], inReach: (key: string) => boolean): Merged {
  const fated = new Map<string, FatedRow[]>();
  const byKey = new Map<string, Map<string, Contender>>();
  for (const { importId, rows } of files) {
    const own = rows.map((row) => ({ row, fate: fateOf(row, inReach) }));
    fated.set(importId, own);
    for (const { row, fate } of own) {
      const key =
        fate === 'good' ? row.record?.projectKey : fate === 'similar' ? row.proposal?.key : undefined;
      if (!key) continue;
      const known = byKey.get(key) ?? new Map<string, Contender>();
      const sure = known.get(importId)?.proposed === false;
      if (!(sure && fate === 'similar')) known.set(importId, { importId, row, proposed: fate === 'similar' });
      byKey.set(key, known);
    }
  }
  const contests: Contest[] = [];
  const agreed: string[] = [];
  for (const [key, found] of byKey) {
    const contenders = [...found.values()];
    if (contenders.length < 2) continue;
    const differ = differing(contenders);
    if (differ.length > 0) contests.push({ key, differ, contenders });
    else agreed.push(key);
  }
  return { files: fated, contests, agreed };
}

function differing(contenders: readonly Contender[]): ReturnFact[] {
  const [first, ...others] = contenders.flatMap(({ row }) => row.record ?? []);
  if (!first) return [];
  return [...new Set(others.flatMap((other) => differences(first, other)))];
}

/** Of each file the rows to be written, once a person chose who stands where two disagree (`stands`: key → file). */
export function standingRows(
  merged: Merged,
  stands: ReadonlyMap<string, string>,
): {
  readonly rows: ReadonlyMap<string, readonly RowResult<ReportRecord>[]>;
  readonly open: readonly string[];
} {
  const contested = new Map(
    merged.contests.flatMap(({ key, contenders }) => {
      const sure = contenders.filter(({ proposed }) => !proposed);
      return sure.length > 1 ? [[key, sure] as const] : [];
    }),
  );
  const open = [...contested].flatMap(([key, sure]) => {
    const chosen = stands.get(key);
    return sure.some(({ importId }) => importId === chosen) ? [] : [key];
  });
  const agreed = new Set(merged.agreed);
  const taken = new Map<string, string>();
  const rows = new Map<string, RowResult<ReportRecord>[]>();
  for (const [importId, own] of merged.files) {
    const kept = own.flatMap(({ row, fate }) => {
      const key = row.record?.projectKey;
      if (fate !== 'good' || !key) return [];
      if (contested.has(key)) return stands.get(key) === importId ? [row] : [];
      if (agreed.has(key) && (taken.get(key) ?? importId) !== importId) return [];
      taken.set(key, importId);
      return [row];
    });
    rows.set(importId, kept);
  }
  return { rows, open };
}
