import { Type } from 'typebox';
import { DayText, defineRoute, oneOf, orNull } from '#http/client';
import { CommentView, ItemId, MeetingId, sources, Unit, UnitId, words } from './parts.ts';

export const commentsToGive = defineRoute({
  method: 'GET',
  path: '/dispatch/comments',
  permission: 'meeting.comment',
  input: Type.Object({}),
  output: Type.Object({
    today: DayText,
    meetings: Type.Array(
      Type.Object({
        meetingId: MeetingId,
        title: Type.String(),
        heldOn: DayText,
        commentsFrom: DayText,
        commentsTo: DayText,
        open: Type.Boolean(),
        units: Type.Array(Unit),
        items: Type.Array(
          Type.Object({
            itemId: ItemId,
            source: oneOf(sources),
            title: Type.String(),
            /** The item concerns this unit: its project, its matter. */
            concerns: Type.Boolean(),
            reasons: Type.Array(Type.String()),
            comment: orNull(CommentView),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
  summary: '待本单位提会前意见的议题',
});

export const saveComment = defineRoute({
  method: 'PUT',
  path: '/dispatch/meetings/:id/comment',
  permission: 'meeting.comment',
  input: Type.Object({
    id: MeetingId,
    itemId: ItemId,
    unitId: UnitId,
    text: words('意见', 2000, 1),
    /** Of the comment it replaces; 0 for the first. */
    expectedVersion: Type.Integer({ title: '版本', minimum: 0 }),
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: [
    'meeting.not_found',
    'meeting.not_preparing',
    'meeting.no_such_item',
    'meeting.no_comments',
    'meeting.comments_closed',
    'meeting.not_invited',
    'http.stale_version',
    'secrecy.marked',
  ],
  summary: '提交或修改本单位对一个议题的书面意见',
});
