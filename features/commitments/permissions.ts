import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const reading: readonly Role[] = [
  ...coordinators,
  ...(['government-office', 'supervision-office', 'leader'] as const),
  ...(['district-filler', 'district-reviewer', 'department'] as const),
];

/** The register holds what lies in the reader's reach; who promised never judges whether it was kept. */
definePermissions([
  { action: 'commitment.view', text: '查看政府承诺台账', roles: reading, within: 'city' },
  { action: 'commitment.export', text: '导出政府承诺台账', roles: reading, within: 'city' },
  {
    action: 'commitment.check',
    text: '核查政府承诺、认定违约',
    roles: [...coordinators, 'supervision-office'],
    within: 'city',
  },
]);
