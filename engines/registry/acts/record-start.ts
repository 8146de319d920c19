import { audit, type City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { yearOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { ProjectId } from '../domain/identity.ts';
import { startProofs } from '../domain/start.ts';
import { ensureGround, type StartCheck } from '../domain/start-check.ts';
import { stagesSection } from '../sections/stages.ts';
import { insertStartCheck, insertStartEvidence } from '../store/start.ts';
import { lockForEdit } from './lock-for-edit.ts';

export type NewStartCheck = Pick<
  StartCheck,
  'projectId' | 'outcome' | 'seenOn' | 'seenBy' | 'ground' | 'note' | 'fileId'
>;

/** What the district saw on site. It decides nothing about the stage: that is another's act, with its evidence. */
export async function recordStartCheck(city: City, check: NewStartCheck): Promise<void> {
  const { tx, pack, today, actor } = city;
  const { projectId, outcome, seenOn, ground } = check;
  const now = await lockForEdit(city, projectId, { year: yearOf(seenOn) });
  ensure(seenOn <= today, 'start.seen_in_future', { seenOn });
  ensureGround(sectionOf(pack, stagesSection).startCheck, outcome, ground);
  await insertStartCheck(tx, { ...check, actorId: actor.accountId, recordedBy: actor.name });
  await audit(city, {
    action: 'start.check',
    object: 'project',
    objectId: projectId,
    details: { number: now.number, outcome, seenOn, seenBy: check.seenBy, ground },
  });
}

export type NewStartEvidence = {
  readonly projectId: ProjectId;
  readonly kind: string;
  readonly reference: string;
  readonly on: PlainDate | null;
  readonly note: string | null;
  readonly fileId: string | null;
};

/** A proof that came after the start was reported. */
export async function recordStartEvidence(city: City, evidence: NewStartEvidence): Promise<void> {
  const { tx, pack, today, actor } = city;
  const { projectId, kind, on } = evidence;
  const reference = evidence.reference.trim();
  const now = await lockForEdit(city, projectId, { year: yearOf(today) });
  const proofs = startProofs(sectionOf(pack, stagesSection));
  const kinds = proofs.map((one) => one.name).join('、');
  ensure(
    proofs.some((one) => one.id === kind),
    'start.evidence_kind',
    { kind, kinds },
  );
  ensure(reference !== '', 'start.reference_empty');
  ensure(on === null || on <= today, 'start.evidence_in_future', { on: on ?? '' });
  await insertStartEvidence(tx, {
    ...evidence,
    reference,
    actorId: actor.accountId,
    recordedBy: actor.name,
  });
  await audit(city, {
    action: 'start.evidence',
    object: 'project',
    objectId: projectId,
    details: { number: now.number, kind, on },
  });
}
