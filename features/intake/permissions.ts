import { definePermissions } from '#access';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;

/** Workbooks are taken in by the coordinating office; what they say of every district is seen there only. */
definePermissions([
  { action: 'import.view', text: '查看导入记录和检查结果', roles: [...coordinators], within: 'city' },
  { action: 'import.take', text: '上传并检查工作簿', roles: [...coordinators], within: 'city' },
  { action: 'import.write', text: '将工作簿写入项目库', roles: [...coordinators], within: 'city' },
  {
    action: 'import.undo',
    text: '撤销导入',
    roles: ['coordinator-section-head', 'coordinator-head'],
    within: 'city',
  },
]);

/** A district or unit takes in its own returns and reports by them; what the coordinating office takes in is verified. */
definePermissions([
  { action: 'returns.view', text: '查看收回的填报表', roles: [...coordinators], within: 'city' },
  { action: 'returns.view', roles: ['filler', 'district-filler'], within: 'own' },
  { action: 'returns.take', text: '收回并检查填报表', roles: [...coordinators], within: 'city' },
  { action: 'returns.take', roles: ['filler', 'district-filler'], within: 'own' },
  { action: 'returns.write', text: '合并写入收回的填报表', roles: [...coordinators], within: 'city' },
  { action: 'returns.write', roles: ['filler', 'district-filler'], within: 'holders' },
  {
    action: 'returns.undo',
    text: '撤销合并写入的填报表',
    roles: ['coordinator-section-head', 'coordinator-head'],
    within: 'city',
  },
  { action: 'returns.undo', roles: ['filler', 'district-filler'], within: 'own' },
  { action: 'template.fill', text: '按原模板导出', roles: [...coordinators], within: 'city' },
  {
    action: 'template.fill',
    roles: ['filler', 'district-filler', 'district-reviewer', 'department'],
    within: 'own',
  },
]);
