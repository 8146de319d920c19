export const viewNames = { late: '有逾期', unplanned: '没有排计划', all: '全部' } as const;

export const columnTitles = {
  number: '编号',
  name: '名称',
  districts: '地区',
  stage: '阶段',
  done: '已办结（项）',
  needed: '须办理（项）',
  light: '手续灯',
  worst: '逾期最久的手续',
  planned: '计划月份',
  daysLate: '逾期（天）',
} as const;

/** What these screens say. */
export const texts = {
  milestones: '前期手续',
  ownOnly: '只列您职责范围内的项目',
  view: '情况',
  export: '导出',
  none: '没有这种情况的项目。',
  noneRemedy: '可在“情况”里换一种查看。',
  more: (count: number) => `另有 ${count} 项逾期`,
  lightRule: (yellow: number, red: number, basis: string) =>
    `手续灯：计划月份过后满 ${yellow} 天未办结为黄灯，满 ${red} 天为红灯，未排计划为灰灯（${basis}）`,
  noLight: '本市没有启用手续灯，逾期仍照列。',
  formality: '手续',
  planned: '计划月份',
  doneOn: '办结日期',
  notNeeded: '不需要',
  state: '情况',
  overdue: (days: number) => `逾期 ${days} 天`,
  doneLate: (days: number) => `已办结，晚 ${days} 天`,
  done: '已办结',
  open: '未办结',
  unplanned: '未排计划',
  last: '最近修改',
  edit: '排计划、登记办结',
  save: '保存',
  cancel: '取消',
  reason: '调整原因',
  reasonHint: '改动已定的计划月份或办结日期时必填',
  notApplies: (stage: string) => `项目处在“${stage}”阶段，不在手续计划的范围；已登记的照列。`,
  toProject: '项目档案',
  basis: (basis: string) => `依据：${basis}`,
} as const;
