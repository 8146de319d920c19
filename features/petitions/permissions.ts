import { definePermissions } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const intake = [...coordinators, 'government-office'] as const;
const wholeCity = [...intake, 'supervision-office', 'leader'] as const;
const units = ['district-filler', 'district-reviewer', 'department'] as const;

/**
 * Intake offices take in, assign and call back; a unit sees what it leads, supports or took in by telephone. Who raised
 * it is shown in the clear to intake offices and to the unit that leads, each time on the record.
 */
definePermissions([
  { action: 'petition.view', text: '查看诉求和来电', roles: wholeCity, within: 'city' },
  { action: 'petition.view', text: '查看诉求和来电', roles: units, within: 'holders' },
  { action: 'petition.reveal', text: '显示提出人的联系方式', roles: intake, within: 'city' },
  { action: 'petition.reveal', text: '显示提出人的联系方式', roles: units, within: 'holders' },
  { action: 'petition.take', text: '登记来电', roles: intake, within: 'city' },
  { action: 'petition.take', text: '登记来电', roles: units, within: 'holders' },
  { action: 'petition.import', text: '导入 12345 工单', roles: intake, within: 'city' },
  {
    action: 'petition.export',
    text: '导出工单结果和统计',
    roles: [...intake, 'supervision-office'],
    within: 'city',
  },
  { action: 'petition.count', text: '查看诉求和来电统计', roles: wholeCity, within: 'city' },
  { action: 'petition.count', text: '查看诉求和来电统计', roles: units, within: 'holders' },
  { action: 'petition.call-back', text: '登记回访', roles: intake, within: 'city' },
]);
