/** Headings of the list, on screen and in its workbook alike. */
export const lineColumns = {
  number: '编号',
  name: '名称',
  districts: '地区',
  category: '类别',
  stage: '阶段',
  lists: '清单',
  leadDepts: '牵头单位',
  totalFen: '总投资',
  planYearFen: '年度计划',
  cumFen: '本年累计',
  rate: '完成率',
  light: '灯',
} as const;

export function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** Fields of the card that rules of a pack ask about. */
export const factNames: Readonly<Record<string, string>> = {
  form: '项目类型',
  industry: '行业',
  nature: '建设性质',
  totalFen: '总投资',
  category: '年度类别',
  planYearFen: '年度计划投资',
  fundSource: '资金来源',
  lists: '清单',
  leadDepts: '牵头单位',
  districts: '建设地点',
  periodStart: '建设起始',
  periodEnd: '建设截止',
  plannedStart: '计划开工',
  code: '项目代码',
  uscc: '统一社会信用代码',
};

/** Acts as the history of changes names them. */
export const actNames: Readonly<Record<string, string>> = {
  create: '建立档案',
  edit: '修改档案',
  stage: '变更阶段',
  merge: '并入其他项目',
  'list-add': '列入清单',
  'list-remove': '移出清单',
  'list-import': '清单导入',
  'list-import-undo': '撤销清单导入',
};
