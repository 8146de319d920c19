import type { LinkKind } from '#engines/matters';

/** Where a matter came from. */
export const sourceNames: Readonly<Record<string, string>> = {
  hand: '手工提出',
  report: '月报存在问题',
  light: '红灯',
  hotline: '热线转来',
  portal: '企业和公众提出',
  call: '来电',
  meeting: '会议议定',
  split: '由其他事项拆分',
  bulletin: '通报',
  secretary: '服务秘书日志',
  commitment: '政府承诺核查',
};

export const columnNames = {
  late: '超期',
  today: '今天',
  three: '3日内',
  week: '本周内',
  later: '以后',
  paused: '暂停',
  none: '未计时',
} as const;

/** As read from the matter that points, and from the one pointed at. */
export const linkTexts: Readonly<Record<LinkKind, readonly [string, string]>> = {
  blocks: ['阻碍', '受阻于'],
  'caused-by': ['起因是', '引起了'],
  'spawned-from': ['由其派生', '派生出'],
  'split-from': ['拆分自', '拆分出'],
  'merged-into': ['并入', '并入了'],
};

export const recipientNames: Readonly<Record<string, string>> = {
  lead: '牵头单位',
  support: '配合单位',
  raiser: '提出人',
  district: '所在地区',
  coordinator: '市发展改革委',
  'government-office': '市政府办公室',
  'supervision-office': '督考办',
  'project-leader': '项目包保领导',
  'vice-mayor': '分管副市长',
  'executive-vice-mayor': '常务副市长',
  mayor: '市政府主要领导',
};

export const dayBasisNames = {
  start: '起算日，不计入',
  counted: '计入',
  weekend: '周末，不计入',
  holiday: '节假日，不计入',
  makeup: '调休上班，计入',
  paused: '暂停，不计入',
  excluded: '宣布不计入',
  overdue: '已超期',
} as const;

export const statisticsNotes = [
  { figure: '提出', text: '期间内提出的事项' },
  { figure: '办结', text: '期间内了结的事项，撤回、撤销、并入其他事项的也在内' },
  {
    figure: '按期率',
    text: '期间内结束的承办时限中没有超过到期时刻的 ÷ 期间内结束的承办时限；一个事项可以有几段',
  },
  { figure: '重办率', text: '期间内办结、曾被退回重办的 ÷ 期间内办结的' },
  {
    figure: '满意率',
    text: '评价为“满意”及以上的 ÷ 期间内办结并有评价的；没有评价的另列，不算满意也不算不满意',
  },
  { figure: '现在超期', text: '此刻未办结、已过到期时刻的，与期间无关' },
] as const;
