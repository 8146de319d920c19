export const stationNames = {
  light: '灯',
  cause: '原因',
  matter: '阻碍事项',
  decision: '决定',
  deadline: '期限',
  evidence: '佐证',
} as const;

/** What nobody wrote yet, and who can. */
export const missingTexts = {
  light: { text: '尚无亮灯', who: '月报到期评价以后产生' },
  cause: { text: '尚无原因', who: '由填报单位、所在地区在月报“存在问题”中写明' },
  matter: { text: '尚无立项办理的问题', who: '所在地区、牵头单位、服务秘书或市发展改革委可以提出问题' },
  decision: {
    text: '尚无决定',
    who: '由调度会议定，或由市领导在请示上作出决定；会议记录人、市政府办公室登记',
  },
  deadline: { text: '尚无正在计时的期限', who: '事项提出或恢复计时以后自动开始' },
  evidence: { text: '尚无佐证', who: '由牵头单位在办理事项时上传' },
} as const;

/** What these screens say. */
export const texts = {
  chain: '因果链',
  toProject: '项目档案',
  print: '打印',
  since: (month: string, months: number) => (months > 1 ? `自${month}起连续 ${months} 个月` : `${month}当月`),
  notRed: '目前不是红灯。',
  why: '依据和数值',
  outside: '不在您的范围',
  outsideNote: '项目不在您的范围：只显示灯，以及您单位承办或提出的事项。',
  nothing: '目前没有需要办理的。',
  none: '没有。',
  category: (name: string) => `归类为“${name}”`,
  notSorted: '尚未转为问题归类',
  lead: (name: string) => `牵头：${name}`,
  noLead: '尚未选定牵头单位',
  whose: (whose: string, clock: string) => `${clock}，轮到${whose}`,
  open: '提出问题',
  closedOn: (day: string) => `${day}办结`,
  openedOn: (day: string) => `${day}提出`,
  due: (day: string) => `${day}前`,
  more: (count: number) => `另有 ${count} 件已办结事项，见事项清单`,
  decided: (leader: string, day: string) => `${leader} ${day}决定`,
  others: '与上述事项没有关联的交办和议定',
  asOf: (day: string) => `截至${day}，取自月报、评价和事项记录`,
  paused: '已暂停计时',
} as const;
