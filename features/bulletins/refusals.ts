import { defineFlowRefusals } from '#kernel/document-flow';
import { defineRefusals } from '#kernel/refusal';
import { defineSentenceRefusals } from '#kernel/sentence';

defineFlowRefusals('bulletin', '通报');
defineSentenceRefusals('bulletin', '通报');

defineRefusals({
  'bulletin.not_found': { status: 404, text: '没有这份通报，或者它尚未印发' },
  'bulletin.not_issued': { status: 409, text: '这份通报尚未印发，还没有可以归档的文件' },
  'bulletin.nothing_evaluated': {
    status: 409,
    text: '还没有评价过任何月份，无法拟制通报。请先评价亮灯（guatu lights），再拟制',
  },
  'bulletin.not_evaluated': {
    status: 409,
    text: '{month}还没有评价过亮灯，无法拟制通报。请先评价该月（guatu lights --as-of 评价日），再拟制',
  },
  'bulletin.exists': {
    status: 409,
    text: '{month}已有第{version}稿，其后数据有变化。已冻结的稿子不会改变；确需按新数据重拟，请写明原因',
  },
  'bulletin.in_flow': {
    status: 409,
    text: '{month}的第{version}稿正在“{state}”环节，不能重拟。请先退回或办结后再拟',
  },
  'bulletin.superseded': { status: 409, text: '该月已有更新的一稿，这一稿不能再办理' },
  'bulletin.already_released': { status: 409, text: '这份通报已登记过公开审查' },
  'bulletin.issue_taken': { status: 409, text: '本年度第{issue}期已用于{month}，请核对编号' },
  'bulletin.not_for_public': {
    status: 409,
    text: '这份通报的公开属性为“不予公开”，不能登记公开审查。如确应公开，请另拟一稿并改定公开属性',
  },
  'bulletin.kept_copy_altered': {
    status: 409,
    text: '保存的数据与其校验值不一致，可能被改动。请停止使用并报告网络安全管理部门',
  },
});
