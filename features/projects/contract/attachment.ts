import { type Static, Type } from 'typebox';
import { Done, dayText, defineRoute, InstantText, idText, oneOf, orNull } from '#http/client';
import { ProjectId, shortText } from './field.ts';

export const AttachmentId = idText<'attachment'>({ title: '附件' });

const Attachment = Type.Object({
  attachmentId: AttachmentId,
  kind: oneOf(['photo', 'document']),
  caption: Type.String(),
  takenOn: orNull(dayText()),
  addedBy: Type.String(),
  addedAt: InstantText,
  fileName: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  /** SM3 of the content. */
  hash: Type.String(),
  mayRemove: Type.Boolean(),
});
export type Attachment = Static<typeof Attachment>;

export const listAttachments = defineRoute({
  method: 'GET',
  path: '/projects/:id/attachments',
  permission: 'project.view-detail',
  input: Type.Object({ id: ProjectId }),
  output: Type.Object({ attachments: Type.Array(Attachment), mayAdd: Type.Boolean() }),
  refusals: ['project.not_found'],
  summary: '项目的照片和文件',
});

export const addAttachment = defineRoute({
  method: 'POST',
  path: '/projects/:id/attachments',
  permission: 'project.attach',
  upload: true,
  input: Type.Object({
    id: ProjectId,
    caption: Type.String({ title: '说明', minLength: 1, maxLength: 200 }),
    takenOn: Type.Optional(dayText({ title: '拍摄日期' })),
  }),
  output: Type.Object({ attachmentId: AttachmentId }),
  refusals: [
    'project.not_found',
    'project.outside_scope',
    'attachment.taken_in_future',
    'attachment.too_many',
    'files.empty',
    'files.too_large',
    'files.kind_not_accepted',
    'files.macros',
    'files.password',
    'files.disk_full',
    'secrecy.marked',
  ],
  summary: '给项目档案添加照片或文件（按内容识别，PDF、OFD、Word、Excel 或图片）',
});

export const openAttachment = defineRoute({
  method: 'GET',
  path: '/projects/:id/attachments/:attachmentId',
  permission: 'project.view-detail',
  audited: true,
  input: Type.Object({ id: ProjectId, attachmentId: AttachmentId }),
  binary: { contentType: 'application/octet-stream' },
  refusals: ['project.not_found', 'attachment.not_found', 'files.content_missing'],
  summary: '查看或下载项目附件',
});

export const removeAttachment = defineRoute({
  method: 'POST',
  path: '/projects/:id/attachments/:attachmentId/removal',
  permission: 'project.attach',
  input: Type.Object({ id: ProjectId, attachmentId: AttachmentId, reason: shortText('移除原因', 500) }),
  output: Done,
  refusals: ['project.not_found', 'project.outside_scope', 'attachment.not_found', 'attachment.is_evidence'],
  summary: '移除项目附件，写明原因；已作为阶段佐证的不能移除',
});
