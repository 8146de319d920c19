import { nameActions } from '#access';

/** Acts that no permission names, as the list of audit rows shows them. */
nameActions({
  'session.sign-in': '登录',
  'session.sign-out': '退出登录',
  'session.sign-out-everywhere': '结束全部登录会话',
  'account.enable': '启用账号',
  'account.change-password': '修改本人密码',
  'signed-in': '登录后操作',
  'holidays.load': '载入放假通知',
});

const objectNames: Readonly<Record<string, string>> = {
  bulletin: '通报',
  account: '账号',
  audit: '审计记录',
  grant: '授权',
  route: '接口',
  session: '登录会话',
  project: '项目',
  organisation: '单位',
  overlay: '规则和市包的改动',
  person: '人员',
  plan: '计划',
  report: '填报',
  list: '清单',
  import: '导入',
  workbook: '填报表',
  returns: '收回的填报表',
  template: '来文模板',
  file: '文件',
  calendar: '放假通知',
  'message-channel': '消息渠道',
  message: '消息',
  unreached: '无人收到的消息',
};

export function objectName(object: string): string {
  return objectNames[object] ?? object;
}

export const outcomeNames = { done: '已完成', refused: '被拒绝' } as const;

/** Headings of the exported table, in its order. */
export const exportHeadings = [
  '封存号',
  '时间（北京时间）',
  '账号编号',
  '操作人',
  '角色',
  '来源地址',
  '操作',
  '操作代码',
  '对象',
  '对象编号',
  '结果',
  '涉及个人信息',
  '详情',
  '记录编号',
] as const;
