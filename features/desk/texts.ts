export function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** `2026-11-20` in prose. */
export function dayWords(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** What the desk says. */
export const texts = {
  desk: '工作台',
  waiting: '等我办理',
  kinds: {
    returned: '被退回的月报',
    report: '待报送的月报',
    verify: '待审核、核定的月报',
    request: '待批准的补报、更正',
  },
  acts: { returned: '更正', report: '报送', verify: '办理', request: '审批' },
  left: (days: number, provisional: boolean) => {
    const mark = provisional ? '（节假日安排尚未公布，暂计）' : '';
    if (days > 0) return `还剩 ${days} 个工作日${mark}`;
    return days === 0 ? '今天到期' : `已逾期 ${-days} 个工作日${mark}`;
  },
  untilStep: (left: string, dueOn: string) => `${left}（${dayWords(dueOn)}截止）`,
  openAll: { returned: '打开填报表', report: '打开填报表', verify: '打开审核页', request: '打开报期' },
  askedBy: (by: string, note: string) => `${by}申请：${note}`,
  until: (left: string, dueOn: string) => `${left}（${dayWords(dueOn)}评价）`,
  nothingWaits: '没有等您办理的事项。',
  nothingWaitsRemedy: '到填报和核定的时候，这里会列出项目和剩余天数。',
  more: (total: number, shown: number) => `共 ${total} 个，先列 ${shown} 个。`,
  filedBy: (by: string) => `${by}填报`,
  returnedBy: (by: string, note: string) => `${by}退回：${note}`,
  matters: '待我办理的事项',
  toBoard: '办理看板',
  noMatters: '没有未办结的事项。',
  ofColumn: (name: string, count: number, more: boolean) => `${name} ${count}${more ? ' 以上' : ''}`,
  requests: '待转呈的请示',
  toRequests: '全部请示',
  noRequests: '没有待转呈的请示。',
  decisions: '待决事项',
  toDecisions: '去决定',
  noDecisions: '没有等您决定的事项。',
  reds: '我的红灯',
  redsOf: (month: string, asOf: string) => `${monthWords(month)}的灯，截至 ${asOf}。`,
  noReds: '没有红灯。',
  noLights: '还没有亮灯。',
  allReds: (total: number) => `全部 ${total} 个`,
  attention: '待补待查',
  gapsOf: (name: string, count: number) => `缺${name} ${count} 处`,
  toCheck: (count: number) => `已报开工待现场核查 ${count} 个`,
  unpermitted: (count: number) => `未持证开工 ${count} 个`,
  lateMilestones: (count: number) => `前期手续逾期 ${count} 个项目`,
  draftsToApprove: (count: number) => `规则草案待批准 ${count} 份`,
  windowsToApprove: (count: number) => `中期调整窗口已截止、待批准 ${count} 个`,
  unreconciled: (count: number) => `年度目标对不上 ${count} 处`,
  nothingMissing: '没有责任缺口、待核查的开工和逾期的手续。',
  week: '本周',
  weekSpan: (from: string, to: string) => `${dayWords(from)}至${dayWords(to)}`,
  fillingDue: (month: string, dueOn: string) => `${monthWords(month)}月报${dayWords(dueOn)}填报截止`,
  evaluation: (month: string, dueOn: string) => `${dayWords(dueOn)}评价${monthWords(month)}`,
  evaluated: (month: string, dueOn: string) => `${dayWords(dueOn)}已评价${monthWords(month)}`,
  missing: (owed: number, missing: number) =>
    missing === 0 ? `应报 ${owed} 个，都已报送。` : `应报 ${owed} 个，还有 ${missing} 个未报。`,
  seeMissing: '看谁未报',
  nothingDue: '本周没有到期的事项。',
  changes: '昨天以来的变化',
  noChanges: (since: string) => `${dayWords(since)}以来没有变化。`,
  moreChanges: (total: number, shown: number) => `共 ${total} 项，列出 ${shown} 项。`,
  imported: (count: number) => `写入 ${count} 行`,
  importUndone: '导入已撤销',
  filed: (count: number) => `收到手工报送的月报 ${count} 份`,
  fromTo: (before: string, after: string) => `${before} → ${after}`,
  noLight: '不再亮灯',
  accounts: '账号',
  locked: '已锁定',
  toSetUp: '待首次改密',
  withoutRole: '无角色',
  disabled: '已停用',
  rolesEnding: '三十天内到期的授权',
  toAccounts: '办理',
  audit: '审计',
  verdict: '最近一次校验',
  verdictOk: '通过',
  verdictBad: (problems: number) => `发现 ${problems} 处问题`,
  neverVerified: '还没有校验过',
  unsealed: '昨天以来尚未封存',
  refused: '昨天以来被拒绝的操作',
  toAudit: '查看审计',
  guest: '您以访客身份登录，没有项目和月报的权限。',
  guestRemedy: '如工作需要，请向本市安全管理员申请角色。',
} as const;
