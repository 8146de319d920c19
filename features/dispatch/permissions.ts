import { definePermissions } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const offices = [...coordinators, 'government-office'] as const;
const wholeCity = [...offices, 'supervision-office', 'leader'] as const;
const invited = ['district-filler', 'district-reviewer', 'department'] as const;

/**
 * The government office and the coordinating office prepare and write the minutes; the offices of the whole city and
 * leaders read all; districts and departments read what they are invited to, and comment for themselves. Units that fill
 * in, secretaries, administrators and guests have no part in it.
 */
definePermissions([
  { action: 'meeting.calendar', text: '查看调度日历', roles: [...wholeCity, ...invited], within: 'city' },
  { action: 'meeting.view', text: '查看会议', roles: wholeCity, within: 'city' },
  { action: 'meeting.view', text: '查看会议', roles: invited, within: 'holders' },
  { action: 'meeting.download', text: '下载会议纪要和议题单', roles: wholeCity, within: 'city' },
  { action: 'meeting.download', text: '下载会议纪要和议题单', roles: invited, within: 'holders' },
  { action: 'meeting.prepare', text: '筹备会议', roles: offices, within: 'city' },
  { action: 'meeting.minute', text: '记录议定事项、办结会议', roles: offices, within: 'city' },
  { action: 'meeting.comment', text: '提会前意见', roles: invited, within: 'holders' },
  { action: 'dispatch-group.view', text: '查看议事机构', roles: [...wholeCity, ...invited], within: 'city' },
  { action: 'dispatch-group.save', text: '登记议事机构', roles: offices, within: 'city' },
]);
