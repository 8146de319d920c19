import * as projects from '../../../features/projects/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import { type MadeProject, type StageId, stages } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';

/** One page without any content. */
export const scan = { name: '批文.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF\n') };

/** A document on every project, whose words bear the side's mark. */
export async function fillAttachments(
  call: Client,
  side: SideName,
  made: Readonly<Record<StageId, MadeProject>>,
) {
  const { word } = marksOf(side);
  const added = new Map<StageId, projects.Attachment['attachmentId']>();
  for (const stage of stages) {
    const caption = word('附件说明');
    const one = { id: made[stage].id, caption, file: scan };
    added.set(stage, (await call(projects.addAttachment, one)).attachmentId);
  }
  const spare = { id: made.planned.id, caption: word('传错的附件'), file: scan };
  const { attachmentId } = await call(projects.addAttachment, spare);
  await call(projects.removeAttachment, { id: made.planned.id, attachmentId, reason: word('移除原因') });
  return Object.fromEntries(added) as Record<StageId, projects.Attachment['attachmentId']>;
}
