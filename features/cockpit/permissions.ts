import { definePermissions } from '#access';

/** Lights and places are for every office of the city; amounts follow the scope. Administrators and guests see none. */
definePermissions([
  {
    action: 'cockpit.view',
    text: '查看驾驶舱',
    roles: [
      ...(['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const),
      ...(['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const),
      ...(['government-office', 'supervision-office', 'leader'] as const),
    ],
    within: 'city',
  },
]);
