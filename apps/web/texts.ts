export const texts = {
  /** Headings of the navigation, by the hundreds of a screen's place. */
  headings: { 2: '项目', 3: '清单与计划', 4: '调度', 5: '事项', 6: '督导', 7: '政策', 8: '管理', 9: '管理' } as Readonly<
    Record<number, string>
  >,
  broken: '页面出错',
  brokenRemedy: '已保存的内容不受影响。请刷新页面；如再次出现，请把下面的说明告诉系统管理员。',
  outdated: '系统已更新',
  outdatedRemedy: '本页的程序是更新前的，请刷新页面后继续。',
  reload: '刷新页面',
  offline: '网络已断开。已填写的内容保留在本页，网络恢复后可继续提交。',
  notFound: '没有这个页面',
  notFoundWhy: '地址可能写错，或页面已移动。',
  toStart: '回到首页',
  notAllowed: '没有权限',
  notAllowedWhy: '您的角色不能使用这个页面。需要使用的，请联系安全管理员授权。',
  nothingAllowed: '尚未授予角色',
  nothingAllowedWhy: '您的账号还没有任何角色，暂时没有可用的页面。请联系安全管理员授权。',
  inbox: '消息',
  unread: (count: string) => `消息，${count} 条未读`,
  account: '账号',
  changePassword: '修改密码',
  sessions: '我的登录',
  signOut: '退出登录',
  signOutFailed: '退出没有成功，请检查网络后重试',
} as const;
