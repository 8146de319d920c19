import type { Tx } from '#db';
import type { SubjectGroup } from '../domain/subject.ts';
import { addRows } from './add-rows.ts';

const columns = ['subject_id', 'group_kind', 'group_id', 'from_on', 'to_on', 'recorded_by'];

/** Adds memberships of subjects that had none of their kind: nothing can be there already. */
export async function addNewGroups(
  tx: Tx,
  groups: readonly SubjectGroup[],
  recordedBy: string,
): Promise<void> {
  await addRows(
    tx,
    'city.subject_group',
    columns,
    groups.map(({ subjectId, groupKind, groupId, fromOn, toOn }) => [
      ...[subjectId, groupKind, groupId, fromOn, toOn ?? null, recordedBy],
    ]),
  );
}
