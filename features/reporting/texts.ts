/** What people read of a period and its rows, on screens and the command line. */
export const stageNames = { open: '办理中', locked: '已锁定', published: '已发布' } as const;
