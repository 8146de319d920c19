import { definePermissions } from '#access';

const heads = ['coordinator-section-head', 'coordinator-head'] as const;
const stateNames = { business: '业务规则', roles: '角色权限' };

/**
 * What a city works by is proposed by one person and approved by another. None of these can be switched off for a role:
 * what was switched off could otherwise stay so for ever.
 */
definePermissions([
  {
    action: 'overlay.view',
    text: '查看规则和市包的改动',
    roles: [
      'coordinator-clerk',
      ...heads,
      'supervision-office',
      'system-admin',
      'security-admin',
      'audit-admin',
    ],
    within: 'city',
    fixed: true,
  },
  {
    action: 'overlay.propose',
    text: '起草规则和市包的改动',
    roles: [...heads, 'system-admin'],
    states: ['business'],
    stateNames,
    within: 'city',
    fixed: true,
  },
  {
    action: 'overlay.propose',
    text: '起草规则和市包的改动',
    roles: ['security-admin'],
    states: ['roles'],
    stateNames,
    within: 'city',
    fixed: true,
  },
  {
    action: 'overlay.approve',
    text: '批准、撤下规则和市包的改动',
    roles: heads,
    states: ['business'],
    stateNames,
    within: 'city',
    fixed: true,
  },
  {
    action: 'overlay.approve',
    text: '批准、撤下规则和市包的改动',
    roles: ['security-admin', 'coordinator-head'],
    states: ['roles'],
    stateNames,
    within: 'city',
    fixed: true,
  },
  {
    action: 'overlay.try',
    text: '试算亮灯规则',
    roles: ['coordinator-clerk', ...heads],
    within: 'city',
  },
]);
