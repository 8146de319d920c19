type Names = Readonly<Record<string, string>>;

const months: Names = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`month${index + 1}`, `${index + 1}月计划投资`]),
);

const both: Names = {
  seq: '序号',
  name: '项目名称',
  code: '项目代码',
  places: '所属地区',
  leadDepts: '牵头部门',
};

const names: Readonly<Record<'projects' | 'reports', Names>> = {
  projects: {
    ...both,
    industry: '行业',
    nature: '建设性质',
    content: '建设内容及规模',
    period: '建设起止年限',
    periodStart: '开工年份',
    periodEnd: '竣工年份',
    totalFen: '总投资',
    doneBeforeFen: '上年底累计完成投资',
    planYearFen: '年度计划投资',
    ...months,
    plannedStart: '计划开工时间',
    fundSource: '资金来源',
    respUnit: '责任单位',
    company: '建设单位',
    uscc: '统一社会信用代码',
    leader: '包保领导',
    secretary: '服务秘书',
    secretaryPhone: '服务秘书电话',
    lists: '所属清单',
    stage: '阶段',
    remark: '备注',
  },
  reports: {
    ...both,
    number: '档案编号',
    monthFen: '本月完成投资',
    cumFen: '本年累计完成投资',
    progress: '形象进度',
    started: '是否开工',
    actualStart: '实际开工时间',
    entered: '是否入统',
    enteredOn: '入统时间',
    problem: '存在问题',
    matter: '需协调事项',
    matterLevel: '协调层级',
    reporter: '填报人',
    reportedOn: '填报日期',
  },
};

/** What a column may be read as, in the order of the form. */
export function fieldNames(kind: 'projects' | 'reports'): Names {
  return names[kind];
}

export function isAmount(field: string | null): boolean {
  return field !== null && (field.endsWith('Fen') || /^month\d+$/.test(field));
}

/** A field by name, of whichever workbook it is; one that is only skipped shows its code. */
export function fieldName(field: string): string {
  return names.projects[field] ?? names.reports[field] ?? field;
}
