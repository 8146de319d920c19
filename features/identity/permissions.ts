import { definePermissions } from '#access';

/** Accounts are kept by the system administrator, rights by the security administrator; neither does the other's part. */
definePermissions([
  {
    action: 'account.view',
    text: '查看账号及其角色',
    roles: ['system-admin', 'security-admin'],
    within: 'city',
  },
  { action: 'account.create', text: '开设账号', roles: ['system-admin'], within: 'city' },
  { action: 'account.disable', text: '停用、启用账号', roles: ['system-admin'], within: 'city' },
  { action: 'account.reset-password', text: '重置账号密码', roles: ['system-admin'], within: 'city' },
  { action: 'grant.give', text: '授予角色', roles: ['security-admin'], within: 'city' },
  { action: 'grant.revoke', text: '收回角色', roles: ['security-admin'], within: 'city' },
  {
    action: 'session.view',
    text: '查看账号的登录会话',
    roles: ['security-admin'],
    within: 'city',
  },
  { action: 'session.end', text: '强制结束登录会话', roles: ['security-admin'], within: 'city' },
  {
    action: 'permission.view',
    text: '查看权限规则',
    roles: ['system-admin', 'security-admin', 'audit-admin'],
    within: 'city',
  },
]);
