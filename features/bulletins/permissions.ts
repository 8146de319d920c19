import { definePermissions, type Role } from '#access';
import { stateNames } from './texts.ts';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const heads = ['coordinator-section-head', 'coordinator-head'] as const;
const wholeCity: readonly Role[] = [...coordinators, 'government-office', 'supervision-office', 'leader'];
const others: readonly Role[] = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'];
const issued = ['issued', 'archived'];
const office = [...coordinators, 'government-office'] as const;

/**
 * A draft is seen by offices of the whole city, an issued bulletin by every office. That drafter and signer differ is no
 * question of roles and is asked of the steps themselves.
 */
definePermissions([
  { action: 'bulletin.view', text: '查看通报', roles: wholeCity, within: 'city' },
  { action: 'bulletin.view', roles: others, within: 'city', states: issued, stateNames },
  { action: 'bulletin.download', text: '下载通报', roles: wholeCity, within: 'city' },
  { action: 'bulletin.download', roles: others, within: 'city', states: issued, stateNames },
  { action: 'bulletin.compose', text: '拟制通报', roles: coordinators, within: 'city' },
  { action: 'bulletin.edit', text: '修改通报文字', roles: coordinators, within: 'city' },
  { action: 'bulletin.submit', text: '送核通报', roles: coordinators, within: 'city' },
  { action: 'bulletin.check', text: '核稿', roles: heads, within: 'city' },
  {
    action: 'bulletin.countersign',
    text: '会签通报',
    roles: [...heads, 'government-office', 'supervision-office', 'leader'],
    within: 'city',
  },
  {
    action: 'bulletin.sign',
    text: '签发通报',
    roles: ['coordinator-head', 'government-office', 'leader'],
    within: 'city',
  },
  {
    action: 'bulletin.return',
    text: '退回通报',
    roles: [...heads, 'government-office', 'supervision-office', 'leader'],
    within: 'city',
  },
  { action: 'bulletin.number', text: '登记通报编号', roles: office, within: 'city' },
  { action: 'bulletin.seal', text: '登记通报用印', roles: office, within: 'city' },
  { action: 'bulletin.issue', text: '印发通报', roles: office, within: 'city' },
  { action: 'bulletin.archive', text: '归档通报', roles: office, within: 'city' },
  {
    action: 'bulletin.release',
    text: '登记通报公开前的保密审查',
    roles: ['coordinator-head', 'government-office'],
    within: 'city',
  },
]);
