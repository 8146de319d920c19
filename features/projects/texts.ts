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
  apart: '改由其他项目计数',
  'open-year': '年末结转',
  'list-add': '列入清单',
  'list-remove': '移出清单',
  'list-import': '清单导入',
  'list-import-undo': '撤销清单导入',
};

export const linkNames: Readonly<Record<string, readonly [outgoing: string, incoming: string]>> = {
  'duplicate-of': ['与之重复，保留为', '另有重复项目'],
  'merged-into': ['已并入', '并入本项目'],
  'split-from': ['拆分自', '拆分出'],
  'part-of': ['打捆于', '打捆子项'],
  'same-sponsor': ['同一项目单位', '同一项目单位'],
  related: ['相关', '相关'],
};

export const basisNames: Readonly<Record<string, string>> = {
  rule: '按规则列入',
  exception: '例外列入',
  source: '清单文件列入',
  evidence: '凭佐证变更',
  correction: '更正',
};

export const statisticsNames: Readonly<Record<string, string>> = {
  entered: '已入统',
  due: '应统未统',
  'not-yet': '应统，尚未开工',
  'not-applicable': '不适用',
  unknown: '无法判断',
};

/** What the screens say. */
export const texts = {
  projects: '项目',
  fileCard: '一项目一档',
  newProject: '新建项目',
  edit: '编辑',
  save: '保存',
  create: '建立档案',
  export: '导出',
  columns: '选择列',
  saveFilter: '保存筛选',
  dropFilter: '删除',
  savedFilters: '常用筛选',
  filter: '筛选',
  clear: '清除筛选',
  text: '名称、编号、代码',
  year: '年度',
  allYears: '全部年度',
  all: '全部',
  own: '只看职责范围内',
  asOf: '灯的日期',
  lightOf: (asOf: string, month: string | null) =>
    month ? `灯截至 ${asOf}，为${monthWords(month)}的评价` : `截至 ${asOf} 还没有评价，暂无灯`,
  none: '没有符合条件的项目。',
  noneRemedy: '请放宽筛选条件，或清除筛选。',
  nothingYet: '这一年还没有项目。请导入年度清单，或新建项目。',
  outside: '不在您的范围',
  outsideNote: '金额、联系人和变更记录不在您的范围，显示为“—”。',
  counted: (counted: number, projects: number) =>
    counted < projects ? `金额为您范围内 ${counted} 个项目之和` : '',
  noLight: '不亮灯',
  why: '为什么',
  light: '灯',
  lightHistory: '历月',
  stages: '阶段',
  since: (day: string) => `自 ${day}`,
  changeStage: '变更阶段',
  link: '关联或合并',
  recordStatistics: '登记入统',
  basics: '基本情况',
  money: '资金',
  people: '责任人',
  memberships: '清单',
  codes: '项目代码',
  links: '关联项目',
  attachments: '照片和文件',
  addAttachment: '添加照片或文件',
  noAttachments: '还没有照片和文件。',
  noAttachmentsRemedy: '请点“添加照片或文件”上传现场照片、批文等。',
  upload: '上传',
  file: '文件',
  fileNote: '照片（JPG、PNG、WebP）或文件（PDF、OFD、Word、Excel），不超过 50 MB',
  caption: '说明',
  takenOn: '拍摄日期',
  remove: '移除',
  removeReason: '移除原因',
  openFailed: '没有打开。请检查网络后再点一次。',
  proofFile: '文件',
  history: '变更记录',
  showHistory: '查看变更记录',
  months: '计划与完成',
  statistics: '入统',
  showPhone: '显示',
  noPeople: '还没有登记责任人。请在“编辑”中登记。',
  noMemberships: '没有列入任何清单。',
  noHistory: '没有变更记录，或者不在您的范围。',
  merged: '本项目已并入其他项目，不再报送月报。',
  apart: (fromMonth: string, reason: string) => `自${fromMonth}起不单独计数、不报月报：${reason}。`,
  closed: (stage: string) => `项目已${stage}，不再报送月报。`,
  withdrawn: '本项目的导入已撤销，档案只读。',
  gaps: '责任缺口',
  gapsNote: '按规则须有人负责而没有登记的项目。',
  watch: '缺口与入统',
  due: '应统未统',
  noGaps: '没有责任缺口。',
  unpermitted: (missing: string) => `未持证开工：缺${missing}`,
  unpermittedNote: '佐证补齐后自动消除，不能用其他办法消除。',
  startAndFormalities: '开工认定和前期手续',
  startCheck: '开工认定',
  formalities: '前期手续',
  siteCheck: '现场核查',
  siteChecks: { none: '未核查', confirmed: '认定', refused: '不认定' },
  seenOn: '核查日期和人',
  formalitiesDone: (done: number, needed: number) => `已办结 ${done} 项，须办理 ${needed} 项`,
  lateFormalities: '逾期手续',
  lateFormality: (name: string, days: number) => `${name}（${days} 天）`,
  allKinds: '全部种类',
  allDistricts: '全部地区',
  noDue: '没有这类项目。',
} as const;

/** Notes beside the computed light. */
export const noteTexts = {
  title: '人工结论',
  beside: '写在计算的灯旁边，不改变灯、汇总和排名。',
  none: '所示月份没有人工结论。',
  override: '人工定灯',
  rate: '评定可信度',
  sign: '署名',
  choice: '结论',
  explain: '以您的姓名记入，全市各单位可见，只增不改；撤回也要写明理由。',
  withdraw: (word: string) => `撤回“${word}”`,
  reason: '理由',
  reasonHint: '请勿写入金额和联系方式',
  earlier: (n: number) => `历次结论（${n}）`,
  besides: (month: string, light: string) => `（${month}，计算为${light}灯）`,
} as const;

export const gapResultNames = { missing: '没有登记', unknown: '档案不全，无法判断是否须有' } as const;

export const gapColumns = {
  number: '编号',
  name: '名称',
  districts: '地区',
  kind: '缺',
  result: '情况',
  actedBy: '由谁补上',
  openSince: '自何日起',
  daysOpen: '已缺（天）',
  rule: '规则',
  clause: '条款',
} as const;

export const chainTexts = {
  title: '因果链',
  whole: '完整因果链',
  none: '没有未办结的事项。',
  outside: '不在您的范围',
} as const;
