import type { City } from '#access';
import type { ProjectId } from '../domain/identity.ts';
import { type ChangeRow, listChanges } from '../store/project-history.ts';

/** Who changed what, when and on which basis, newest first; nothing outside the reader's scope. */
export function projectHistory(city: City, projectId: ProjectId): Promise<ChangeRow[]> {
  return listChanges(city.tx, projectId);
}
