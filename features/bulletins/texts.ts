import type { FlowAct, FlowState, StepDetails } from '#kernel/document-flow';
import type { SectionId } from './domain/wording.ts';

export const stateNames: Readonly<Record<FlowState, string>> = {
  drafting: '拟稿',
  checking: '核稿',
  countersigning: '会签',
  signing: '签发',
  numbering: '编号',
  sealing: '用印',
  issuing: '待印发',
  issued: '已印发',
  archived: '已归档',
};

export const actNames: Readonly<Record<FlowAct | 'edit', string>> = {
  edit: '修改文字',
  submit: '送核',
  return: '退回',
  check: '核稿通过',
  countersign: '会签',
  sign: '签发',
  number: '登记编号',
  seal: '登记用印',
  issue: '印发',
  archive: '归档',
  release: '登记公开审查',
};

/** Its way, as all documents go it. */
export const flowNames = { prefix: 'bulletin', states: stateNames, acts: actNames } as const;

export const sectionNames: Readonly<Record<SectionId, string>> = {
  opening: '首段',
  progress: '投资完成情况',
  lights: '亮灯情况',
  districts: '分地区情况',
  ranking: '进度排名',
  lists: '分清单情况',
  newlyRed: '新转红灯项目',
  behind: '落后较多的项目',
  missing: '未报送情况',
  requests: '工作要求',
};

/** The wording a bulletin begins with. Figures stand in braces. */
export const firstSections: Readonly<Record<SectionId, string>> = {
  opening:
    '截至{年月}底，全市纳入调度的重点项目{项目数}，全年计划投资{全年计划}。{起止}累计计划投资{累计计划}，累计完成投资{累计完成}，完成率{完成率}；实际进度{实际进度}，{与计划进度比较}，{与时间进度比较}。现将有关情况通报如下。',
  progress:
    '纳入调度的项目中，在建{在建数}，新开工{新开工数}；另有{不报月报数}项目处于前期、暂停等阶段，不报月报。按期报送月报{已报数}，未报送{未报数}。以全部项目计，完成率{完成率}；以已报送项目计，完成率{已报完成率}。计划进度{计划进度}，时间进度{时间进度}。',
  lights:
    '亮灯按{评价日}的评价结果。绿灯{绿灯数}，{绿灯变化}；黄灯{黄灯数}，{黄灯变化}；红灯{红灯数}，{红灯变化}；灰灯{灰灯数}，{灰灯变化}。未报送月报而另有红灯、黄灯情形的，计入红灯、黄灯。新转红灯{新转红灯数}，转出红灯{转出红灯数}。',
  districts: '红灯较多的地区：{红灯较多地区}。各地区项目数、亮灯和投资完成情况见表。',
  ranking: '按完成率排名，靠前的地区：{靠前地区}；靠后的地区：{靠后地区}。',
  lists: '各清单项目数、亮灯和投资完成情况见表。同一项目列入多个清单的，在各清单中分别计入。',
  newlyRed: '本月新转红灯{新转红灯数}，项目及其填报的原因见表。',
  behind: '红灯项目中，与累计计划相差较多的见表。',
  missing: '未报送月报的地区和项目数：{未报地区}。项目名单见表。',
  requests:
    '请有关地区和部门对照红灯、黄灯项目逐项研究解决办法，明确责任人和时限；未报送月报的项目请尽快补报。需要市级协调的事项，请及时提出。',
};

export const firstWords = {
  mark: (city: string, form: string) => `${city}重点项目推进情况${form}`,
  title: '关于{年月}全市重点项目推进情况的通报',
  to: (districts: string) => `${districts}，市直有关部门`,
  districts: '各地区',
  copies: '',
  office: (issuer: string) => `${issuer}办公室`,
} as const;

export const headings = {
  general: '总体情况',
  progress: '投资完成情况',
  lights: '亮灯情况',
  districts: '分地区情况',
  districtLights: '亮灯和投资',
  ranking: '进度排名',
  lists: '分清单情况',
  newlyRed: '新转红灯项目及原因',
  behind: '落后较多的项目',
  missing: '未报送情况',
  requests: '下一步工作要求',
} as const;

export const categoryNames = { building: '在建', 'new-start': '新开工' } as const;

export const words = {
  bulletins: '通报',
  underReview: '送审稿',
  noProblem: '月报未说明原因',
  noDistrict: '未定地区',
  gone: '（档案已撤销的项目）',
  none: '无',
  publicity: {
    主动公开: '此件主动公开',
    依申请公开: '此件依申请公开',
    不予公开: '此件不公开',
  },
  issueOpen: '第　期',
  issue: (n: number) => `第${n}期`,
  dayOpen: '　　年　月　日',
} as const;

export const factNames: Readonly<Partial<Record<keyof StepDetails, string>>> = {
  offices: '会签单位',
  office: '会签单位',
  signer: '会签人',
  issue: '期号',
  documentNumber: '发文字号',
  fileName: '盖章件',
  issuedOn: '印发日期',
  archiveNumber: '档号',
  reviewer: '保密审查人',
  reviewedOn: '审查日期',
};

/** Names of the parts of an archive copy, and of what stands in its tables. */
export const archiveWords = {
  pdf: '1-正文.pdf',
  docx: '2-正文.docx',
  sealed: '3-盖章件-',
  figures: '4-冻结的数据.json',
  steps: '5-办理过程.csv',
  directory: '0-目录.csv',
  drafted: '拟稿',
  opinion: '意见',
  stepColumns: ['环节', '办理人', '时间（UTC）', '内容'],
  directoryColumns: ['文件', '字节数', '校验值（SM3）'],
  fileName: (month: string, version: number) => `${month}通报归档包（第${version}稿）.zip`,
} as const;

/** The page without sign-in. */
export const publicTexts = {
  title: '公开信息',
  bulletins: '重点项目通报',
  note: '以下通报已经过公开前的保密审查。',
  none: '还没有公开的通报。',
  noneRemedy: '通报公开后会列在这里。',
  city: '城市',
  download: '下载 PDF',
  toSignIn: '工作人员登录',
  toPetitions: '企业诉求、援助和投诉',
} as const;
