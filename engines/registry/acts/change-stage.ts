import { audit, type City } from '#access';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import { projectFacts } from '../domain/facts.ts';
import type { ProjectId } from '../domain/identity.ts';
import { type Evidence, ensureStageChange, stageNamed } from '../domain/stage-change.ts';
import { ensureChecked } from '../domain/start-check.ts';
import { stagesSection } from '../sections/stages.ts';
import { latestChecks } from '../store/start.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { lockForEdit } from './lock-for-edit.ts';

export type StageMove = {
  readonly projectId: ProjectId;
  readonly to: string;
  readonly on: PlainDate;
  readonly evidence: readonly Evidence[];
  readonly reason?: string;
  readonly version?: number;
};

/** Moves a project on, with the evidence the stage demands; without it the refusal names what is missing. */
export async function changeStage(city: City, move: StageMove): Promise<{ version: number; from: string }> {
  const { tx, pack, today, actor } = city;
  const { projectId, to, on, evidence } = move;
  const section = sectionOf(pack, stagesSection);
  const year = yearOf(on);
  const now = await lockForEdit(city, projectId, {
    ...(move.version ? { version: move.version } : {}),
    year,
  });
  const { stage: from } = now.aspects;
  ensure(on <= today, 'stage.in_future', { onDay: on });
  const facts = projectFacts(now.aspects, { number: now.number, year });
  ensureStageChange(section, { from, to, facts, evidence });
  const check = (await latestChecks(tx, [projectId])).get(projectId);
  ensureChecked(stageNamed(section, to), section.startCheck, { check, actorId: actor.accountId });
  ensure(on >= now.stageSince, 'stage.before_last_change', { onDay: on, since: now.stageSince });
  const changes = [{ aspect: 'stage' as const, before: from, after: to }];
  const write = { projectId, number: now.number, version: now.version, isNew: false, changes };
  await writeAspects(tx, [write], {
    act: 'stage',
    onDay: on,
    actorId: actor.accountId,
    reason: move.reason ?? null,
    stage: { basis: 'evidence', evidence },
  });
  await audit(city, {
    action: 'project.stage',
    object: 'project',
    objectId: projectId,
    details: { number: now.number, from, to, on, evidence: evidence.map((one) => one.kind) },
  });
  return { version: now.version + 1, from };
}
