import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { ReportFacts } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';

/** Facts as JSON: amounts as decimal digits. */
export type StoredFacts = {
  readonly [K in keyof ReportFacts]: bigint extends ReportFacts[K] ? string | null : ReportFacts[K];
};

export type Draft = {
  readonly subjectId: SubjectId;
  readonly facts: ReportFacts;
  readonly savedBy: string;
  readonly savedAt: Date;
};

export async function readDrafts(
  tx: Tx,
  month: Month,
  subjectIds: readonly SubjectId[] | null = null,
): Promise<Draft[]> {
  const { rows } = await sql<Omit<Draft, 'facts'> & { facts: StoredFacts }>`
    select subject_id as "subjectId", facts, saved_by_name as "savedBy", saved_at as "savedAt" from city.report_draft
    where city_id = ${tx.scope.cityId} and month = ${month}
      and (${subjectIds}::uuid[] is null or subject_id = any (${subjectIds}::uuid[]))`.execute(tables(tx));
  return rows.map((row) => ({ ...row, facts: factsFrom(row.facts) }));
}

export async function putDrafts(
  tx: Tx,
  month: Month,
  drafts: readonly { readonly subjectId: SubjectId; readonly facts: ReportFacts }[],
  saved: { readonly by: string; readonly name: string; readonly at: Date },
): Promise<void> {
  if (drafts.length === 0) return;
  const ids = drafts.map(({ subjectId }) => subjectId);
  const facts = drafts.map((draft) => JSON.stringify(storedFacts(draft.facts)));
  await sql`insert into city.report_draft (city_id, month, subject_id, facts, saved_by, saved_by_name, saved_at)
    select ${tx.scope.cityId}, ${month}, id, facts, ${saved.by}, ${saved.name}, ${saved.at}
    from unnest(${ids}::uuid[], ${facts}::jsonb[]) given (id, facts)
    on conflict (city_id, subject_id, month) do update set facts = excluded.facts, saved_by = excluded.saved_by,
      saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at`.execute(tables(tx));
}

export async function removeDrafts(tx: Tx, month: Month, subjectIds: readonly SubjectId[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await sql`delete from city.report_draft
    where city_id = ${tx.scope.cityId} and month = ${month} and subject_id = any (${subjectIds}::uuid[])`.execute(
    tables(tx),
  );
}

export function storedFacts(facts: ReportFacts): StoredFacts {
  const text = (fen: bigint | null) => (fen === null ? null : String(fen));
  return { ...facts, monthFen: text(facts.monthFen), cumFen: text(facts.cumFen) };
}

export function factsFrom(stored: StoredFacts): ReportFacts {
  const fen = (text: string | null) => (text === null ? null : BigInt(text));
  return { ...stored, monthFen: fen(stored.monthFen), cumFen: fen(stored.cumFen) };
}
