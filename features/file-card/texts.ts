import type { PlainDate } from '#kernel/plain-date';

/** What the card of one page says beside what is known. */
export const texts = {
  card: '一项目一档',
  print: '打印',
  download: '下载 PDF',
  back: '返回项目',
  why: '亮灯缘由',
  problem: '存在问题',
  matter: '需协调事项',
  people: '责任人',
  outside: '不在您的范围',
  none: '—',
  noReport: '当月没有填写',
  monthOf: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  foot: (asOf: PlainDate | null, today: PlainDate, reader: string) =>
    `数据截至 ${asOf ?? today}；${today} 由${reader}调阅；内部资料。非涉密系统，严禁录入国家秘密`,
  curve: (year: number) => `${year}年完成（色块）与计划（细线）累计`,
  stages: '阶段',
  labels: {
    total: '总投资',
    plan: '年度计划',
    done: '本年完成',
    rate: '完成率',
    lists: '清单',
    period: '建设年限',
    since: '本阶段自',
    company: '项目单位',
    content: '建设内容',
  },
} as const;
