import type { City } from '#access';
import { type Month, yearOfMonth } from '#kernel/month';
import type { ChainRow } from '../domain/chain.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readChainRows } from '../store/chain-row.ts';
import { lockKnown, lockSubjects } from '../store/subject-rows.ts';
import { type ReportedYear, readReportedYear } from '../store/year-rows.ts';

/** A subject's month, kept from others until the transaction ends: where its row stands, and its year as it is now. */
type HeldMonth = { readonly row: ChainRow | undefined; readonly year: ReportedYear };

export async function holdMonth(
  city: City,
  { subjectId, month }: { readonly subjectId: SubjectId; readonly month: Month },
): Promise<HeldMonth> {
  const { tx } = city;
  // Each statement sees what was committed before it began, so those behind the lock see what it waited for.
  const [held, [row], year] = await Promise.all([
    lockKnown(tx, [subjectId]),
    readChainRows(tx, month, [subjectId]),
    readReportedYear(tx, subjectId, yearOfMonth(month)),
  ]);
  if (held === 1) return { row, year };
  await lockSubjects(tx, [subjectId]);
  return holdMonth(city, { subjectId, month });
}
