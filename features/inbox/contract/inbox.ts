import { Type } from 'typebox';
import { Done, defineRoute, InstantText, idText, Nothing, oneOf, orNull, PageInput } from '#http/client';

const InboxId = idText<'inbox'>({ title: '消息编号' });
const hour = (title: string) => Type.Integer({ title, minimum: 0, maximum: 23 });

/** No more unread messages are counted than these: the mark then says 「99+」. */
export const mostCounted = 100;

const InboxLine = Type.Object({
  inboxId: InboxId,
  /** Of the kind, in Chinese. */
  kindName: Type.String(),
  urgency: oneOf(['normal', 'urgent']),
  title: Type.String(),
  text: Type.String(),
  /** The page it is about. */
  path: Type.String(),
  toldAt: InstantText,
  readAt: orNull(InstantText),
});

export const listMessages = defineRoute({
  method: 'GET',
  path: '/inbox',
  permission: 'signed-in',
  input: Type.Object({ ...PageInput, unread: Type.Optional(Type.Boolean({ title: '只看未读' })) }),
  output: Type.Object({
    rows: Type.Array(InboxLine),
    total: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
    /** All that are unread, on whichever page. */
    unread: Type.Integer(),
  }),
  refusals: [],
  summary: '本人的消息，未读在前',
});

export const countMessages = defineRoute({
  method: 'GET',
  path: '/inbox/unread',
  permission: 'signed-in',
  input: Nothing,
  output: Type.Object({ unread: Type.Integer({ minimum: 0, maximum: mostCounted }) }),
  refusals: [],
  summary: '本人未读消息数，最多数到一百',
});

export const readMessages = defineRoute({
  method: 'POST',
  path: '/inbox/read',
  permission: 'signed-in',
  input: Type.Object({ inboxIds: Type.Array(InboxId, { title: '消息', minItems: 1, maxItems: 500 }) }),
  output: Type.Object({ marked: Type.Integer() }),
  refusals: [],
  summary: '把本人的几条消息标为已读',
});

export const readAllMessages = defineRoute({
  method: 'POST',
  path: '/inbox/read-all',
  permission: 'signed-in',
  /** As many as the reader was shown: what came since must not be marked unseen. */
  input: Type.Object({ unread: Type.Integer({ minimum: 0, title: '所见未读数' }) }),
  output: Type.Object({ marked: Type.Integer() }),
  refusals: ['telling.newer_message'],
  summary: '把本人的消息全部标为已读；其间有新消息的不标',
});

const Choice = {
  channels: Type.Array(idText<'channel'>(), { title: '渠道', maxItems: 20 }),
  email: orNull(Type.String({ title: '邮箱', maxLength: 254 })),
  muted: Type.Array(Type.String({ maxLength: 80 }), { title: '不外发的消息种类', maxItems: 200 }),
  digest: Type.Boolean({ title: '每日汇总' }),
  digestHour: hour('汇总时间'),
  quietFrom: hour('免打扰开始'),
  quietTo: hour('免打扰结束'),
};

const OwnSettings = Type.Object({
  ...Choice,
  /** 0 while nothing has been chosen: the values are then the platform's. */
  version: Type.Integer({ minimum: 0 }),
});

export const viewSettings = defineRoute({
  method: 'GET',
  path: '/inbox/settings',
  permission: 'signed-in',
  input: Nothing,
  output: Type.Object({
    settings: OwnSettings,
    channels: Type.Array(Type.Object({ channelId: idText<'channel'>(), name: Type.String() })),
    kinds: Type.Array(Type.Object({ kind: Type.String(), name: Type.String() })),
  }),
  refusals: [],
  summary: '本人的消息设置，以及可选的渠道和消息种类',
});

export const saveSettings = defineRoute({
  method: 'PUT',
  path: '/inbox/settings',
  permission: 'signed-in',
  input: Type.Object({ ...Choice, expectedVersion: Type.Integer({ minimum: 0, title: '版本' }) }),
  output: Done,
  refusals: [
    'telling.email_missing',
    'telling.email_malformed',
    'telling.no_such_channel',
    'http.stale_version',
  ],
  summary: '保存本人的消息设置',
});
