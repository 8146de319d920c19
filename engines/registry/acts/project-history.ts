import { type City, maskPhone } from '#access';
import type { ProjectId } from '../domain/identity.ts';
import { withoutPhones } from '../domain/masked.ts';
import { type ChangeRow, listChanges } from '../store/project-history.ts';

/**
 * Who changed what, when and on which basis, newest first; nothing outside the reader's scope. Numbers are masked here
 * as everywhere.
 */
export async function projectHistory(city: City, projectId: ProjectId): Promise<ChangeRow[]> {
  return (await listChanges(city.tx, projectId)).map((row) => ({
    ...row,
    before: withoutPhones(row.before, maskPhone),
    after: withoutPhones(row.after, maskPhone),
  }));
}
