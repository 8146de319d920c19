import { type City, ensureNotSecret } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import { defineRefusals, ensure, Refusal, refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { changeStage as route } from '../contract.ts';
import { readAttachments } from '../store/attachment.ts';
import './attach.ts';
import { definedOnly } from './create-project.ts';
import { projectFor } from './project-target.ts';
import { projectPage } from './read-project.ts';
import { tellIndicators } from './tell-indicators.ts';

defineRefusals({
  'stage.evidence_empty': {
    status: 422,
    text: '佐证“{names}”没有文件、文号，也没有说明。请附上文件，或写明在哪里可以查到这份佐证',
  },
});

/** A stage changes with evidence that can be looked up: each names its number or says where it is. */
export async function moveStage(city: City, input: InputOf<typeof route>) {
  const { id, version, to, on, evidence, reason } = input;
  await projectFor(city, 'project.change-stage', id);
  const texts = evidence.flatMap((one) => [one.reference, one.note]);
  ensureNotSecret({ text: [reason, ...texts].filter((text) => text !== undefined).join('\n') });
  const kinds = sectionOf(city.pack, registry.stagesSection).evidence;
  const files = new Map((await readAttachments(city.tx, id)).map((one) => [one.attachmentId, one.fileId]));
  const bare = evidence.filter((one) => !one.reference?.trim() && !one.note?.trim() && !one.attachmentId);
  const names = bare.map((one) => kinds.find((kind) => kind.id === one.kind)?.name ?? one.kind).join('、');
  ensure(bare.length === 0, 'stage.evidence_empty', { names });
  const moved = await registry
    .changeStage(city, {
      ...{ projectId: id, version, to, on },
      evidence: evidence.map(({ attachmentId, ...one }) => {
        const fileId = attachmentId && (files.get(attachmentId) ?? refuse('attachment.not_found'));
        return definedOnly({ ...one, fileId }) as registry.Evidence;
      }),
      ...(reason ? { reason } : {}),
    })
    .catch(async (error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'project.stale') throw error;
      const { name, current } = error.details;
      const now = await projectPage(city, await registry.getProject(city, id));
      throw new Refusal('project.stale', { name, version, current, now });
    });
  await tellIndicators(city, id, { onDay: on, touched: { duties: true, groups: false } });
  return moved;
}
