import * as access from '#access';
import type { Db } from '#db';

/** Recomputes the city's chain from the rows; that it was done, and what came of it, is itself kept. */
export async function verifyAudit(city: access.City, db: Db): Promise<access.AuditVerdict> {
  access.ensureMay(city, 'audit.verify', {});
  const verdict = await access.verifyAudit(db, city.cityId);
  const { ok, sealed, unsealed, problems } = verdict;
  await access.audit(city, {
    action: 'audit.verify',
    object: 'audit',
    details: { ok, sealed, unsealed, problems: problems.length },
  });
  return verdict;
}
