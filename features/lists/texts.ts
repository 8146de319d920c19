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
  fromOn: '列入日期',
  basis: '列入依据',
  verdict: '入列规则',
  reason: '理由',
  approver: '批准人',
} as const;
