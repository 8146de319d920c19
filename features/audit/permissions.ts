import { definePermissions } from '#access';

/** Nobody but the audit administrator reads what the others did. */
definePermissions([
  { action: 'audit.view', text: '查看审计记录', roles: ['audit-admin'], within: 'city' },
  { action: 'audit.export', text: '导出审计记录', roles: ['audit-admin'], within: 'city' },
  { action: 'audit.verify', text: '核验审计记录是否完整', roles: ['audit-admin'], within: 'city' },
]);
