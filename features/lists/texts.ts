export const verdictNames: Readonly<Record<string, string>> = {
  met: '符合',
  'not-met': '不符合',
  unknown: '无法判断',
  'no-rule': '由牵头单位认定',
};

export const basisNames: Readonly<Record<string, string>> = {
  rule: '按规则列入',
  exception: '例外列入',
  source: '清单文件列入',
};

/** Headings of a list, on screen and in its workbook alike. */
export const memberColumns = {
  number: '编号',
  name: '名称',
  districts: '地区',
  category: '类别',
  totalFen: '总投资',
  apart: '不单独计数',
  fromOn: '列入日期',
  basis: '列入依据',
  verdict: '入列规则',
  reason: '理由',
  approver: '批准人',
} as const;

export const texts = {
  lists: '清单',
  year: '年度',
  asOf: '日期',
  projects: '项目数',
  contested: '与规则不符或无法判断',
  rule: '入列规则',
  clause: '依据条款',
  lead: '牵头单位',
  noRule: '没有程序可核对的规则，由牵头单位认定',
  none: '这一天清单上没有项目。',
  noneRemedy: '请换一个日期，或由牵头协调单位列入项目。',
  noLists: '市包中没有这一年的清单。',
  mismatches: '与规则不符',
  noMismatches: '没有与入列规则不符的项目。',
  why: '为什么',
  putOn: '列入项目',
  takeOff: '移出',
  reason: '理由',
  approver: '批准人',
  export: '导出',
  outside: '不在您的范围',
  members: (asOf: string, counted: number, apart: number) =>
    `截至 ${asOf}，共 ${counted} 个项目${apart > 0 ? `；另有 ${apart} 个不单独计数` : ''}`,
  searchProject: '输入名称、编号或代码查找',
} as const;
