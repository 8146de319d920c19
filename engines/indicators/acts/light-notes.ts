import type { City } from '#access';
import type { Month } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import { ensureNotable, type LightNote } from '../domain/light-note.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addNote, readNotesOf, readStandingNotes } from '../store/light-note-rows.ts';
import { readLightHistory } from '../store/light-rows.ts';
import { lockSubjects } from '../store/subject-rows.ts';

export type NewLightNote = Pick<LightNote, 'subjectId' | 'month' | 'kind' | 'value' | 'reason'> & {
  /** The number of the note of its kind that was read; 0 for none. */
  readonly expectedNumber: number;
};

/**
 * Writes beside a light what a person holds of it; without a value it takes back what was written. The light, its sums
 * and a locked month stay as they are.
 */
export async function noteLight(city: City, next: NewLightNote): Promise<void> {
  const { tx, actor, today } = city;
  const { subjectId, month, kind } = next;
  await lockSubjects(tx, [subjectId]);
  const light = (await readLightHistory(tx, subjectId, today)).find((one) => one.month === month);
  ensure(light?.overall, 'light_note.no_light', { month });
  const standing = (await readNotesOf(tx, subjectId)).find((one) => one.month === month && one.kind === kind);
  ensureNotable(next, light.overall, standing);
  await addNote(tx, {
    ...{ subjectId, month, kind, value: next.value, reason: next.reason.trim() },
    ...{ number: next.expectedNumber + 1, computed: light.overall, evaluationId: light.evaluationId },
    ...{ signedBy: actor.name, actorId: actor.accountId },
  });
}

/** The notes that stand on the lights of a month. */
export async function standingNotes({ tx }: City, month: Month): Promise<LightNote[]> {
  return readStandingNotes(tx, month);
}

/** All that was ever written beside a subject's lights, the latest first. */
export async function notesOf({ tx }: City, subjectId: SubjectId): Promise<LightNote[]> {
  return readNotesOf(tx, subjectId);
}
