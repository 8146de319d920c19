import { definePermissions } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;

/** The coordinating office issues workbooks to all; every other office takes its own. */
definePermissions([
  { action: 'workbook.issue', text: '发放、下载预填的填报表', roles: coordinators, within: 'city' },
  {
    action: 'workbook.issue',
    roles: ['filler', 'district-filler', 'district-reviewer', 'department'],
    within: 'holders',
  },
]);
