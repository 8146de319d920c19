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
