import { Type } from 'typebox';
import { roleIds } from '#features/identity';
import {
  Done,
  defineRoute,
  InstantText,
  idText,
  Nothing,
  oneOf,
  orNull,
  Page,
  PageInput,
  secretText,
  Versioned,
} from '#http/client';

export const channelKinds = ['email', 'dingtalk', 'wecom', 'webhook'] as const;

const ChannelId = idText<'channel'>({ title: '渠道编号' });
const hour = (title: string) => Type.Integer({ title, minimum: 0, maximum: 23 });

const MailServer = Type.Object({
  host: Type.String({ title: '邮件服务器', minLength: 1, maxLength: 253 }),
  port: Type.Integer({ title: '端口', minimum: 1, maximum: 65_535 }),
  secure: Type.Boolean({ title: '全程加密' }),
  user: Type.String({ title: '用户名', maxLength: 254 }),
  from: Type.String({ title: '发件地址', minLength: 3, maxLength: 254 }),
});
const Webhook = Type.Object({ url: Type.String({ title: '地址', minLength: 1, maxLength: 1000 }) });

const Settings = {
  name: Type.String({ title: '名称', minLength: 1, maxLength: 50 }),
  enabled: Type.Boolean({ title: '启用' }),
  address: Type.Union([MailServer, Webhook], { title: '地址' }),
  orgIds: Type.Array(idText<'organisation'>(), { title: '单位', maxItems: 200 }),
  groupIds: Type.Array(idText<'organisation-group'>(), { title: '单位分组', maxItems: 50 }),
  roles: Type.Array(oneOf(roleIds), { title: '角色', maxItems: 20 }),
  quietFrom: hour('免打扰开始'),
  quietTo: hour('免打扰结束'),
};

/** Left out, what was saved stays in force as long as the address is the same. */
const Secrets = {
  password: Type.Optional(secretText({ title: '密码或授权码' })),
  signing: Type.Optional(secretText({ title: '签名密钥' })),
};

const ChannelLine = Type.Object({
  channelId: ChannelId,
  kind: oneOf(channelKinds),
  ...Settings,
  /** Whether something that opens it is kept; what it is, is not shown again. */
  secret: oneOf(['none', 'kept', 'unreadable']),
  version: Type.Integer(),
});

const refusals = [
  'telling.channel_name_taken',
  'telling.email_malformed',
  'telling.url_malformed',
  'telling.target_refused',
  'telling.secret_missing',
];

export const listChannels = defineRoute({
  method: 'GET',
  path: '/message-channels',
  permission: 'message-channel.view',
  input: Nothing,
  output: Type.Array(ChannelLine),
  refusals: [],
  summary: '消息渠道，密码和密钥不显示',
});

export const createChannel = defineRoute({
  method: 'POST',
  path: '/message-channels',
  permission: 'message-channel.edit',
  input: Type.Object({ kind: oneOf(channelKinds, { title: '种类' }), ...Settings, ...Secrets }),
  output: Type.Object({ channelId: ChannelId }),
  refusals,
  summary: '新建消息渠道',
});

export const editChannel = defineRoute({
  method: 'PUT',
  path: '/message-channels/:id',
  permission: 'message-channel.edit',
  input: Type.Object({ id: ChannelId, ...Settings, ...Secrets, ...Versioned }),
  output: Done,
  refusals: ['telling.no_such_channel', ...refusals, 'http.stale_version'],
  summary: '修改消息渠道；地址不变的，未填写的密码和密钥沿用',
});

export const tryChannel = defineRoute({
  method: 'POST',
  path: '/message-channels/:id/test',
  permission: 'message-channel.edit',
  input: Type.Object({
    id: ChannelId,
    to: Type.Optional(Type.String({ title: '收件邮箱', maxLength: 254 })),
  }),
  /** Why it was not taken, in words; null: it was. */
  output: Type.Object({ error: orNull(Type.String()) }),
  refusals: ['telling.no_such_channel', 'telling.email_missing', 'telling.email_malformed'],
  summary: '按已保存的设置发送一条测试消息',
  atMost: { times: 10, perSeconds: 60 },
});

export const listFailures = defineRoute({
  method: 'GET',
  path: '/message-failures',
  permission: 'message-channel.view',
  input: Type.Object({ ...PageInput }),
  output: Page(
    Type.Object({
      messageId: Type.String(),
      channelName: Type.String(),
      /** null: the group behind the channel. */
      accountName: orNull(Type.String()),
      kindName: Type.String(),
      /** `waiting`: will be tried again at `nextAt`; `failed`: waits for a person. */
      state: oneOf(['waiting', 'failed']),
      attempts: Type.Integer(),
      lastError: Type.String(),
      nextAt: InstantText,
      madeAt: InstantText,
    }),
  ),
  refusals: [],
  summary: '没有发出去的消息：次数、原因、下次时间；不含标题和内容',
});

export const sendAgain = defineRoute({
  method: 'POST',
  path: '/message-failures/:id/resend',
  permission: 'message-channel.resend',
  input: Type.Object({ id: Type.String({ title: '消息编号', pattern: '^[0-9a-f]{32}$' }) }),
  output: Done,
  refusals: ['telling.no_failed_message'],
  summary: '重新发送一条没有发出去的消息',
});

export const listUnreached = defineRoute({
  method: 'GET',
  path: '/message-unreached',
  permission: 'message-channel.view',
  input: Nothing,
  output: Type.Array(
    Type.Object({
      unreachedId: idText<'unreached'>(),
      /** Whom it was meant for, in words. */
      addressee: Type.String(),
      count: Type.Integer(),
      kindNames: Type.Array(Type.String()),
      /** The latest. */
      toldAt: InstantText,
    }),
  ),
  refusals: [],
  summary: '没有人能收到的消息，按收件的单位、角色、人员归并',
});

export const settleUnreached = defineRoute({
  method: 'POST',
  path: '/message-unreached/:id/settle',
  permission: 'message-channel.resend',
  input: Type.Object({ id: idText<'unreached'>({ title: '编号' }) }),
  output: Done,
  refusals: ['telling.no_unreached'],
  summary: '把发给同一对象、无人收到的消息标为已处理',
});
