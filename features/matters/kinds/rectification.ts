import { defineMatter } from '#engines/matters';
import { content, evidence, reason } from './shared-fields.ts';

/** What a check or a warning found must be put right: planned, done, verified by who demanded it. */
export const rectification = defineMatter({
  id: 'rectification',
  text: '整改',
  about: 'none',
  prefix: 'ZG',
  states: {
    issued: '待报方案',
    rectifying: '整改中',
    reported: '待核验',
    closed: '已销号',
    cancelled: '已撤销',
  },
  ends: ['closed', 'cancelled'],
  fields: {
    content: { ...content, text: '发现的问题' },
    cause: { text: '问题类别', kind: 'choice' },
    requirement: { text: '整改要求', kind: 'text' },
    basis: { text: '发现的依据', kind: 'text' },
    dueDay: { text: '整改期限', kind: 'day' },
    plan: { text: '整改方案', kind: 'text' },
    person: { text: '整改责任人', kind: 'text' },
    result: { text: '整改情况', kind: 'text' },
    evidence,
    verification: { text: '核验情况', kind: 'text' },
    reason,
  },
  opens: {
    by: ['supervision-office', 'coordinator', 'government-office', 'district'],
    requires: ['content', 'cause', 'requirement'],
    takes: ['basis', 'dueDay', 'evidence'],
  },
  actions: {
    plan: {
      text: '报整改方案',
      from: 'issued',
      to: 'rectifying',
      by: 'lead',
      requires: ['plan', 'person'],
    },
    bounce: {
      text: '转办',
      from: 'issued',
      to: 'issued',
      by: 'lead',
      requires: ['reason'],
      effect: 'bounce',
    },
    report: {
      text: '报告整改完成',
      from: 'rectifying',
      to: 'reported',
      by: 'lead',
      requires: ['result', 'evidence'],
    },
    verify: {
      text: '核验销号',
      from: 'reported',
      to: 'closed',
      by: ['raiser', 'supervision-office', 'coordinator'],
      requires: ['verification'],
    },
    return: {
      text: '整改不到位，退回',
      from: 'reported',
      to: 'rectifying',
      by: ['raiser', 'supervision-office', 'coordinator'],
      requires: ['reason'],
      effect: 'redo',
    },
    cancel: {
      text: '撤销',
      from: ['issued', 'rectifying'],
      to: 'cancelled',
      by: ['raiser', 'supervision-office', 'coordinator'],
      requires: ['reason'],
    },
  },
  clocks: {
    plan: { text: '报方案时限', runsIn: 'issued', against: 'lead' },
    handle: { text: '整改期限', runsIn: 'rectifying', against: 'lead' },
    verify: { text: '核验时限', runsIn: 'reported', against: 'raiser' },
  },
  ladder: 'orders',
});
