import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { Report } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readReportRows } from './report-rows.ts';

/** Every verified report of a month, of the subjects that got one after its lock; oldest first. */
export async function readReportsAfterLock(tx: Tx, month: Month): Promise<Report[]> {
  const { rows } = await sql<{ subjectId: SubjectId }>`
    select distinct subject_id as "subjectId" from city.report
    where city_id = ${tx.scope.cityId} and month = ${month} and standing = 'verified' and after_lock is not null`.execute(
    tables(tx),
  );
  return readReportRows(
    tx,
    rows.map(({ subjectId }) => ({ subjectId, month, standing: 'verified' })),
  );
}
