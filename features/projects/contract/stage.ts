import { Type } from 'typebox';
import { Done, dayText, defineRoute, oneOf, orNull, Versioned } from '#http/client';
import { AttachmentId } from './attachment.ts';
import { linkKinds, Named, ProjectId } from './field.ts';

/** What each stage that may follow demands, in the words of the pack. */
export const nextStages = defineRoute({
  method: 'GET',
  path: '/projects/:id/next-stages',
  permission: 'project.change-stage',
  input: Type.Object({ id: ProjectId }),
  output: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      closed: Type.Boolean(),
      /** Of every demand one of its ways must be complete. */
      demands: Type.Array(
        Type.Object({
          clause: orNull(Type.String()),
          ways: Type.Array(
            Type.Array(Type.Object({ id: Type.String(), name: Type.String(), note: orNull(Type.String()) })),
          ),
        }),
      ),
      /** Fields of the card to fill in first: without them nobody can tell what is demanded. */
      unknown: Type.Array(Named),
    }),
  ),
  refusals: ['project.not_found'],
  summary: '项目可进入的阶段及各需哪些佐证',
});

const Evidence = Type.Object({
  kind: Type.String({ title: '佐证种类', maxLength: 64 }),
  on: Type.Optional(dayText({ title: '佐证日期' })),
  reference: Type.Optional(Type.String({ title: '文号或编号', maxLength: 200 })),
  note: Type.Optional(Type.String({ title: '说明', maxLength: 1000 })),
  /** A file of this project. */
  attachmentId: Type.Optional(AttachmentId),
});

export const changeStage = defineRoute({
  method: 'POST',
  path: '/projects/:id/stage',
  permission: 'project.change-stage',
  input: Type.Object({
    id: ProjectId,
    ...Versioned,
    to: Type.String({ title: '进入阶段', maxLength: 64 }),
    on: dayText({ title: '变更日期' }),
    evidence: Type.Array(Evidence, { title: '佐证', maxItems: 50 }),
    reason: Type.Optional(Type.String({ title: '说明', maxLength: 1000 })),
  }),
  output: Type.Object({ version: Type.Integer(), from: Type.String() }),
  refusals: [
    'project.not_found',
    'project.stale',
    'project.outside_scope',
    'project.withdrawn',
    'stage.unknown',
    'stage.not_next',
    'stage.same',
    'stage.evidence_missing',
    'stage.evidence_empty',
    'stage.evidence_unknown',
    'stage.fact_unknown',
    'stage.before_last_change',
    'stage.in_future',
    'attachment.not_found',
    'secrecy.marked',
  ],
  summary: '变更阶段，须附阶段要求的佐证',
});

export const linkProject = defineRoute({
  method: 'POST',
  path: '/projects/:id/links',
  permission: 'project.link',
  input: Type.Object({
    id: ProjectId,
    otherId: ProjectId,
    kind: oneOf(linkKinds, { title: '关联方式' }),
    reason: Type.String({ title: '理由', minLength: 1, maxLength: 500 }),
  }),
  output: Done,
  refusals: [
    'project.not_found',
    'project.outside_scope',
    'project.withdrawn',
    'project.link_needs_reason',
    'project.link_to_itself',
    'project.already_linked',
    'project.already_merged',
  ],
  summary: '关联或合并两个项目；并入他项目的从此不报月报',
});

export const recordStatistics = defineRoute({
  method: 'POST',
  path: '/projects/:id/statistics',
  permission: 'project.record-statistics',
  input: Type.Object({
    id: ProjectId,
    entered: Type.Boolean({ title: '是否已入统' }),
    enteredOn: Type.Optional(orNull(dayText({ title: '入统日期' }))),
    source: Type.String({ title: '依据', minLength: 1, maxLength: 200 }),
  }),
  output: Type.Object({ recorded: Type.Integer() }),
  refusals: ['project.not_found', 'project.outside_scope', 'statistics.day_wrong'],
  summary: '登记入统情况',
});
