import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'meeting.not_found': { status: 404, text: '没有这个会议，或者没有邀请您的单位' },
  'meeting.no_such_cadence': {
    status: 422,
    text: '市包的调度制度中没有“{cadence}”，或者已停用。可用的有：{cadences}',
  },
  'meeting.not_preparing': { status: 409, text: '会议“{title}”已{state}，不能再改' },
  'meeting.not_yet': { status: 409, text: '会议定于 {day} 召开，当天起才能记录议定事项和办结' },
  'meeting.no_such_item': { status: 404, text: '会议没有这个议题，或者已经移出' },
  'meeting.no_such_unit': { status: 422, text: '没有找到所选的单位，可能已被撤并。请刷新后重选' },
  'meeting.no_such_group': { status: 422, text: '没有找到所选的议事机构，或者已经撤销' },
  'meeting.nobody_invited': { status: 409, text: '还没有选定参加单位，请先填写再发通知' },
  'meeting.order_differs': { status: 409, text: '议题已有增减，排序未保存。请刷新后再排' },
  'meeting.comments_closed': { status: 409, text: '会前意见的时间为 {from} 至 {to}，现在不能提交' },
  'meeting.no_comments': { status: 409, text: '这次会议不征求书面意见' },
  'meeting.not_invited': { status: 403, text: '“{unit}”不在参加单位之列，不能提意见' },
  'meeting.decision_due': { status: 422, text: '指定了牵头单位的议定事项，须写明完成期限，且不早于会议当天' },
  'meeting.no_such_decision': { status: 404, text: '没有这条议定事项，或者已经撤回' },
  'meeting.span_too_long': { status: 422, text: '一次最多查看 {most} 天的日历，请缩短起止日期' },
  'meeting.record_altered': {
    status: 409,
    text: '办结时保存的会议记录与其校验值不一致，可能被改动。请停止使用并报告网络安全管理部门',
  },
  'calendar_feed.unknown': { status: 404, text: '日历订阅地址无效，或者已被撤销。请在“调度日历”重新获取' },
  'dispatch_group.not_found': { status: 404, text: '没有这个议事机构' },
  'dispatch_group.name_taken': { status: 409, text: '已有名为“{name}”的议事机构，请用别的名称' },
});
