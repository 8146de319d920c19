/** Fields that mean the same in every kind that has them, so that one list and one statistic can show them all. */
export const content = { text: '事项内容', kind: 'text' } as const;
export const reason = { text: '理由', kind: 'text' } as const;
export const evidence = { text: '佐证材料', kind: 'files' } as const;
export const satisfaction = { text: '满意度', kind: 'score' } as const;
export const opinion = { text: '办理意见', kind: 'text', inner: true } as const;
export const contact = { text: '联系人', kind: 'text', personal: true } as const;
export const phone = { text: '联系电话', kind: 'text', personal: true } as const;

/** What decides how high a matter begins: ticked where it holds. */
export const reachFields = {
  needsCity: { text: '需市级及以上协调', kind: 'yes-no' },
  crossDistrict: { text: '跨地区', kind: 'yes-no' },
  crossField: { text: '跨领域', kind: 'yes-no' },
  grave: { text: '重特大', kind: 'yes-no' },
} as const;
