import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'organisation.alias_of_pack': {
    status: 422,
    text: '别名“{alias}”来自市包，不能在这里删除。请在市包的 organisations.csv 中修改',
  },
  'post.not_found': { status: 404, text: '没有这个岗位，可能已被撤销。请刷新后再试' },
  'person.not_found': { status: 404, text: '没有这个人员，请刷新后再试' },
  'person.no_phone': { status: 404, text: '没有登记电话，或者不在您的职责范围内' },
  'appointment.held': { status: 409, text: '“{name}”在这一时间已任这个岗位' },
  'appointment.not_found': { status: 404, text: '没有这项任职，请刷新后再试' },
  'appointment.ended': { status: 409, text: '这项任职已于{toOn}结束' },
  'appointment.ends_before': { status: 422, text: '免职日期{toOn}早于任职日期{fromOn}' },
});
