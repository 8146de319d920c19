import { definePermissions, type Role } from '#access';

const wholeCity = [
  ...(['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const),
  ...(['government-office', 'supervision-office', 'leader'] as const),
] as const;
const inScope = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;
const watching: readonly Role[] = [...wholeCity, 'district-filler', 'district-reviewer', 'department'];

/** A secretary writes of the projects she is named for; who answers for them reads. Lists hold what lies in the scope. */
definePermissions([
  { action: 'secretary.view-mine', text: '查看本人服务的项目', roles: ['secretary'], within: 'city' },
  { action: 'secretary.view-log', text: '查看服务秘书工作记录', roles: wholeCity, within: 'city' },
  { action: 'secretary.view-log', roles: inScope, within: 'holders' },
  { action: 'secretary.record', text: '记录、更正服务走访', roles: ['secretary'], within: 'holders' },
  { action: 'secretary.view-coverage', text: '查看服务秘书配备和在岗情况', roles: watching, within: 'city' },
  {
    action: 'secretary.export-coverage',
    text: '导出服务秘书配备和在岗情况',
    roles: watching,
    within: 'city',
  },
]);
