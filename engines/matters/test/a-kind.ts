import { defineMatter } from '../domain/define-matter.ts';

/** A small kind with all that kinds have: bounces, redos, a call-back, two clocks of the handler. */
export const plea = defineMatter({
  id: 'plea',
  text: '请求',
  about: 'none',
  prefix: 'QQ',
  states: { raised: '待受理', handling: '办理中', answered: '待确认', closed: '已办结', withdrawn: '已撤回' },
  ends: ['closed', 'withdrawn'],
  fields: {
    content: { text: '内容', kind: 'text' },
    category: { text: '类别', kind: 'choice' },
    grave: { text: '重特大', kind: 'yes-no' },
    crossDistrict: { text: '跨地区', kind: 'yes-no' },
    needsCity: { text: '需市级协调', kind: 'yes-no' },
    dueDay: { text: '期限', kind: 'day' },
    satisfaction: { text: '满意度', kind: 'score' },
    reason: { text: '理由', kind: 'text' },
  },
  opens: {
    by: ['raiser', 'coordinator'],
    requires: ['content'],
    takes: ['category', 'grave', 'crossDistrict', 'needsCity', 'dueDay'],
  },
  actions: {
    bounce: {
      text: '转办',
      from: 'raised',
      to: 'raised',
      by: 'lead',
      requires: ['reason'],
      effect: 'bounce',
    },
    accept: { text: '受理', from: 'raised', to: 'handling', by: 'lead' },
    answer: { text: '答复', from: 'handling', to: 'answered', by: 'lead' },
    confirm: {
      text: '确认',
      from: 'answered',
      to: 'closed',
      by: 'raiser',
      requires: ['satisfaction'],
      effect: 'satisfaction',
    },
    reject: {
      text: '重办',
      from: 'answered',
      to: 'handling',
      by: 'raiser',
      requires: ['reason'],
      effect: 'redo',
    },
    'time-out': {
      text: '到期办结',
      from: 'answered',
      to: 'closed',
      by: 'system',
      effect: 'call-back-timeout',
    },
    withdraw: { text: '撤回', from: ['raised', 'handling'], to: 'withdrawn', by: 'raiser' },
  },
  clocks: {
    accept: { text: '受理时限', runsIn: 'raised', against: 'lead' },
    handle: { text: '办理时限', runsIn: 'handling', against: 'lead' },
    'call-back': { text: '回访期限', runsIn: 'answered', against: 'raiser' },
  },
  ladder: 'pleas',
});
