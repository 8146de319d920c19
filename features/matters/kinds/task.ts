import { defineMatter } from '#engines/matters';
import { content, evidence, opinion, reason } from './shared-fields.ts';

/** What a meeting or an office decided, with an owner and a day. Who set it verifies it. */
export const task = defineMatter({
  id: 'task',
  text: '任务',
  about: 'none',
  prefix: 'RW',
  states: {
    assigned: '待签收',
    handling: '办理中',
    reported: '待核验',
    closed: '已完成',
    cancelled: '已取消',
  },
  ends: ['closed', 'cancelled'],
  fields: {
    content: { ...content, text: '任务内容' },
    source: { text: '任务来源', kind: 'text' },
    dueDay: { text: '完成期限', kind: 'day' },
    standard: { text: '完成标准', kind: 'text' },
    progress: { text: '进展情况', kind: 'text' },
    result: { text: '完成情况', kind: 'text' },
    evidence,
    reason,
    opinion: { ...opinion, text: '核验意见' },
  },
  opens: {
    by: ['coordinator', 'government-office', 'supervision-office', 'district'],
    requires: ['content', 'source', 'dueDay'],
    takes: ['standard'],
  },
  actions: {
    assign: {
      text: '改派',
      from: 'assigned',
      to: 'assigned',
      by: ['raiser', 'coordinator', 'government-office'],
      effect: 'assign',
    },
    sign: { text: '签收', from: 'assigned', to: 'handling', by: 'lead' },
    bounce: {
      text: '转办',
      from: 'assigned',
      to: 'assigned',
      by: 'lead',
      requires: ['reason'],
      effect: 'bounce',
    },
    progress: {
      text: '报告进展',
      from: 'handling',
      to: 'handling',
      by: ['lead', 'support'],
      requires: ['progress'],
    },
    report: {
      text: '报告完成',
      from: 'handling',
      to: 'reported',
      by: 'lead',
      requires: ['result', 'evidence'],
    },
    verify: {
      text: '核验完成',
      from: 'reported',
      to: 'closed',
      by: ['raiser', 'coordinator', 'government-office', 'supervision-office'],
      requires: ['opinion'],
    },
    return: {
      text: '未达标准，退回',
      from: 'reported',
      to: 'handling',
      by: ['raiser', 'coordinator', 'government-office', 'supervision-office'],
      requires: ['reason'],
      effect: 'redo',
    },
    cancel: {
      text: '取消',
      from: ['assigned', 'handling'],
      to: 'cancelled',
      by: ['raiser', 'coordinator', 'government-office'],
      requires: ['reason'],
    },
  },
  clocks: {
    sign: { text: '签收时限', runsIn: 'assigned', against: 'lead' },
    handle: { text: '完成期限', runsIn: ['assigned', 'handling'], against: 'lead' },
    verify: { text: '核验时限', runsIn: 'reported', against: 'raiser' },
  },
  ladder: 'orders',
});
