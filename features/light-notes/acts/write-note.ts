import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { type LightNoteKind, type NewLightNote, noteLight } from '#engines/indicators';
import { getProject, type ProjectId } from '#engines/registry';

const actions = { override: 'light-note.override', confidence: 'light-note.rate-confidence' } as const;

/** Writes a note beside the light of a month, or takes the standing one back. */
export async function writeNote(
  city: City,
  kind: LightNoteKind,
  note: { readonly id: ProjectId } & Omit<NewLightNote, 'subjectId' | 'kind'>,
): Promise<void> {
  const { id, ...said } = note;
  const action = actions[kind];
  ensureMay(city, action, {});
  ensureNotSecret({ text: said.reason });
  await getProject(city, id);
  await noteLight(city, { ...said, subjectId: id, kind });
  const { month, value, reason } = said;
  await audit(city, { action, object: 'project', objectId: id, details: { month, value, reason } });
}
