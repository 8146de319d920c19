import { definePermissions, type Role } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;
const wholeCity = [...coordinators, 'government-office', 'supervision-office', 'leader'] as const;
const inScope = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;
const offices: readonly Role[] = [...wholeCity, ...inScope];

/**
 * Name, lists and light of a project are known to every office; what lies under the scope the database withholds.
 * Administrators and guests see no project.
 */
definePermissions([
  { action: 'project.view', text: '查看项目名称、清单和灯', roles: offices, within: 'city' },
  { action: 'project.export', text: '导出项目清单', roles: offices, within: 'city' },
  { action: 'project.view-gaps', text: '查看责任缺口和应统未统', roles: offices, within: 'city' },
  { action: 'project.export-gaps', text: '导出责任缺口', roles: offices, within: 'city' },
  { action: 'project.view-detail', text: '查看项目金额、联系人和变更记录', roles: wholeCity, within: 'city' },
  {
    action: 'project.view-detail',
    text: '查看项目金额、联系人和变更记录',
    roles: inScope,
    within: 'holders',
  },
  { action: 'project.reveal-phone', text: '显示项目责任人电话', roles: wholeCity, within: 'city' },
  { action: 'project.reveal-phone', text: '显示项目责任人电话', roles: inScope, within: 'holders' },
  { action: 'project.create', text: '建立项目档案', roles: coordinators, within: 'city' },
  { action: 'project.create', text: '建立项目档案', roles: ['district-filler'], within: 'holders' },
  { action: 'project.edit', text: '修改项目档案', roles: coordinators, within: 'city' },
  { action: 'project.edit', text: '修改项目档案', roles: ['district-filler'], within: 'holders' },
  { action: 'project.change-stage', text: '变更项目阶段', roles: coordinators, within: 'city' },
  { action: 'project.change-stage', text: '变更项目阶段', roles: ['district-filler'], within: 'holders' },
  { action: 'project.record-statistics', text: '登记入统情况', roles: coordinators, within: 'city' },
  {
    action: 'project.record-statistics',
    text: '登记入统情况',
    roles: ['district-filler'],
    within: 'holders',
  },
  { action: 'project.attach', text: '添加、移除项目照片和文件', roles: coordinators, within: 'city' },
  {
    action: 'project.attach',
    text: '添加、移除项目照片和文件',
    roles: ['filler', 'district-filler', 'secretary'],
    within: 'holders',
  },
  { action: 'project.link', text: '关联、合并项目', roles: coordinators, within: 'city' },
]);
