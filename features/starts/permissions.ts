import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const wholeCity: readonly Role[] = [...coordinators, 'government-office', 'supervision-office', 'leader'];
const inScope: readonly Role[] = [
  'filler',
  'district-filler',
  'district-reviewer',
  'department',
  'secretary',
];
const offices = [...wholeCity, ...inScope];

/** Whose project it is to look at: a district's, or of the city itself where no district has it. */
export const ofDistrict = 'of-district';
export const ofCity = 'of-city';

/** Lists hold the reader's own projects only. The district looks; whoever moves the stage is somebody else. */
definePermissions([
  { action: 'start.view', text: '查看开工认定名单', roles: offices, within: 'city' },
  { action: 'start.export', text: '导出开工认定名单', roles: offices, within: 'city' },
  { action: 'start.view-project', text: '查看项目的开工认定', roles: wholeCity, within: 'city' },
  { action: 'start.view-project', roles: inScope, within: 'holders' },
  { action: 'start.check', text: '登记开工现场核查', roles: ['district-reviewer'], within: 'holders' },
  {
    action: 'start.check',
    text: '登记开工现场核查',
    roles: ['coordinator-section-head', 'coordinator-head'],
    within: 'city',
    states: [ofCity],
    stateNames: { [ofCity]: '市本级项目' },
  },
  { action: 'start.show-proof', text: '补交开工佐证', roles: coordinators, within: 'city' },
  { action: 'start.show-proof', roles: ['district-filler', 'filler'], within: 'holders' },
]);
