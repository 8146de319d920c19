import type { AgendaSource } from './domain/agenda.ts';
import type { DecisionStanding } from './domain/decision-standing.ts';

export const sourceNames: Readonly<Record<AgendaSource, string>> = {
  undone: '上次未办结',
  matter: '升级事项',
  'newly-red': '新转红灯',
  worsened: '连续变差',
  common: '共性问题',
  gap: '责任缺口',
  hand: '人工增加',
};

export const standingNames: Readonly<Record<DecisionStanding, string>> = {
  noted: '不派任务',
  running: '办理中',
  overdue: '超期未办结',
  reported: '已报告，待核验',
  'on-time': '按期办结',
  late: '超期办结',
  dropped: '已撤回',
};

export const stateNames = { preparing: '筹备中', closed: '已办结', cancelled: '已取消' } as const;

export const levelNames = {
  'city-mayor': '市政府主要负责同志',
  'vice-mayor': '市政府分管负责同志',
  department: '市直部门',
  district: '各地区',
  group: '议事机构',
} as const;

export const groupKindNames = { joint: '联席会议', command: '指挥部', 'task-force': '专班' } as const;

export const screenNames = {
  calendar: '调度日历',
  meetings: '会议',
  meeting: '会议',
  sheet: '议题单',
  room: '会议室视图',
  comments: '会前意见',
  groups: '议事机构',
} as const;
