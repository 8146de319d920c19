export const channelNames = { portal: '网上提出', call: '来电', ticket: '12345 工单' } as const;
export const languageNames = { zh: '中文', en: '英文', ja: '日文', ko: '韩文' } as const;

export const countNotes = [
  { figure: '受理', text: '期间内收到的诉求、援助、投诉和来电' },
  { figure: '当场答复', text: '受理的当中，接听时答复并办结的' },
  { figure: '派单', text: '受理的当中，已有承办单位的；当场答复的不在内' },
  { figure: '办结', text: '期间内了结的，不论何时收到；撤回、不予受理的也在内' },
  { figure: '满意率', text: '评价为“满意”及以上的 ÷ 期间内办结并有评价的；没有评价的不计' },
] as const;
