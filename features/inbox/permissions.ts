import { definePermissions } from '#access';

/** Ways out of the office are technique: whoever keeps them sees where messages fail, never what they say. */
definePermissions([
  {
    action: 'message-channel.view',
    text: '查看消息渠道和发送失败',
    roles: ['system-admin'],
    within: 'city',
  },
  { action: 'message-channel.edit', text: '设置、测试消息渠道', roles: ['system-admin'], within: 'city' },
  {
    action: 'message-channel.resend',
    text: '重新发送失败的消息',
    roles: ['system-admin'],
    within: 'city',
  },
]);
