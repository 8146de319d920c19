import type { FlowAct, FlowState, StepDetails } from '#kernel/document-flow';
import type { Form, Signer } from './domain/form.ts';
import type { RecipientKind } from './domain/table.ts';

export const words = {
  pressure: '压力传导',
  proposals: '提醒督办建议',
  letters: '函件和督办单',
  letter: '函件',
  history: '压力传导记录',
  compose: '另拟函件',
  underReview: '送审稿',
  dayOpen: '　　年　月　日',
  none: '—',
  sealedCopy: '盖章件',
} as const;

export const formNames: Readonly<Record<Form, string>> = {
  warning: '预警函',
  reminder: '提醒函',
  assignment: '交办单',
  rectification: '督促整改函',
  supervision: '督办单',
  interview: '约谈通知',
};

export const recipientNames: Readonly<Record<RecipientKind, string>> = {
  district: '项目所在地区',
  unit: '单位',
  department: '牵头单位',
};

export const signerNames: Readonly<Record<Signer, string>> = {
  'coordinator-head': '牵头协调单位负责人',
  'government-office': '市政府办公室',
  'supervision-office': '督考办',
  leader: '市领导',
};

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
export const flowNames = { prefix: 'letter', states: stateNames, acts: actNames } as const;

export const factNames: Readonly<Partial<Record<keyof StepDetails, string>>> = {
  offices: '会签单位',
  office: '会签单位',
  signer: '会签人',
  documentNumber: '发文字号',
  fileName: '盖章件',
  issuedOn: '印发日期',
  archiveNumber: '档号',
};

export const partNames = {
  title: '标题',
  facts: '事由',
  requests: '要求',
  to: '主送',
  copies: '抄送',
} as const;

/** The words a letter begins with. Figures stand in braces; what a figure says of a project or unit differs. */
export const firstWords: Readonly<Record<Form, { readonly title: string; readonly requests: string }>> = {
  warning: {
    title: '关于{对象}进展缓慢的预警函',
    requests: '请抓紧分析原因，采取措施赶上进度，并于{回复期限}前书面回复原因和措施。',
  },
  reminder: {
    title: '关于{对象}工作进度靠后的提醒函',
    requests: '请认真分析原因，研究改进措施，并于{回复期限}前书面回复。',
  },
  assignment: {
    title: '关于{对象}有关事项的交办单',
    requests: '请按要求办理，并于{回复期限}前反馈办理结果。',
  },
  rectification: {
    title: '关于督促{对象}整改的函',
    requests:
      '请制定整改方案，明确责任人和时限，于{回复期限}前完成整改并报告结果，附佐证材料。市发展改革部门将组织核验。',
  },
  supervision: {
    title: '关于{对象}有关事项的督办单',
    requests: '请按要求办理，并于{回复期限}前反馈办理结果，附佐证材料。',
  },
  interview: {
    title: '关于就{对象}进展情况进行约谈的通知',
    requests: '请被约谈人按时参加，会前准备书面说明。约谈后于{回复期限}前完成整改并报告。',
  },
};

export const firstFacts = {
  project:
    '{对象}（项目编号{项目编号}，{地区}）截至{年月}底全年计划投资{全年计划}，累计计划{累计计划}，累计完成{累计完成}，完成率{完成率}，当月亮{灯}（{缘由}），已连续{连续月数}符合“{规则}”。',
  unit: '截至{年月}底，{对象}纳入调度的项目累计计划投资{累计计划}，累计完成{累计完成}，完成率{完成率}，在{参加排名数}参加排名的地区中居第{名次}位，已连续{连续月数}符合“{规则}”。',
  plain: '现就{对象}有关事项，',
} as const;

export const matterWords = {
  source: (rule: string, month: string) => `${month}压力传导：${rule}`,
  requirement: '见函件要求',
  title: (form: string, about: string) => `${form}：${about}`,
} as const;
