import { definePermissions, type Role } from '#access';
import { stateNames } from './texts.ts';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const heads = ['coordinator-section-head', 'coordinator-head'] as const;
const offices = [...coordinators, 'government-office', 'supervision-office'] as const;
const wholeCity: readonly Role[] = [...offices, 'leader'];
const recipients: readonly Role[] = ['filler', 'district-filler', 'district-reviewer', 'department'];
const issued = ['issued', 'archived'];

/**
 * Proposals are for offices of the whole city; a letter is theirs too, and its recipient's once issued. Who signs and who
 * issues a letter is said by the letter, and that drafter and signer differ is asked of its steps.
 */
definePermissions([
  { action: 'pressure.view', text: '查看提醒督办建议和压力传导记录', roles: wholeCity, within: 'city' },
  { action: 'pressure.propose', text: '按锁定月份提出建议', roles: coordinators, within: 'city' },
  { action: 'pressure.decide', text: '决定发不发函件', roles: coordinators, within: 'city' },
  { action: 'letter.view', text: '查看函件', roles: wholeCity, within: 'city' },
  {
    action: 'letter.view',
    text: '查看函件',
    roles: recipients,
    within: 'holders',
    states: issued,
    stateNames,
  },
  { action: 'letter.download', text: '下载函件', roles: wholeCity, within: 'city' },
  {
    action: 'letter.download',
    text: '下载函件',
    roles: recipients,
    within: 'holders',
    states: issued,
    stateNames,
  },
  {
    action: 'letter.compose',
    text: '另拟函件、交办单和督办单',
    roles: [...coordinators, 'supervision-office'],
    within: 'city',
  },
  {
    action: 'letter.edit',
    text: '修改函件文字',
    roles: [...coordinators, 'supervision-office'],
    within: 'city',
  },
  {
    action: 'letter.submit',
    text: '送核函件',
    roles: [...coordinators, 'supervision-office'],
    within: 'city',
  },
  {
    action: 'letter.check',
    text: '核稿函件',
    roles: [...heads, 'supervision-office'],
    within: 'city',
  },
  {
    action: 'letter.countersign',
    text: '会签函件',
    roles: [...heads, 'government-office', 'supervision-office', 'leader'],
    within: 'city',
  },
  {
    action: 'letter.sign',
    text: '签发函件',
    roles: ['coordinator-head', 'government-office', 'supervision-office', 'leader'],
    within: 'city',
  },
  {
    action: 'letter.return',
    text: '退回函件',
    roles: [...heads, 'government-office', 'supervision-office', 'leader'],
    within: 'city',
  },
  { action: 'letter.number', text: '登记函件编号', roles: offices, within: 'city' },
  { action: 'letter.seal', text: '登记函件用印', roles: offices, within: 'city' },
  { action: 'letter.issue', text: '印发函件', roles: offices, within: 'city' },
  { action: 'letter.archive', text: '归档函件', roles: offices, within: 'city' },
]);
