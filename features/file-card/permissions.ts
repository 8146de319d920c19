import { definePermissions } from '#access';

/** The page says what the reader may see anyway: amounts, problems and phones follow the scope. */
definePermissions([
  {
    action: 'file-card.view',
    text: '查看、打印、下载一项目一档',
    roles: [
      ...(['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const),
      ...(['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const),
      ...(['government-office', 'supervision-office', 'leader'] as const),
    ],
    within: 'city',
  },
]);
