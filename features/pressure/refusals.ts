import { defineFlowRefusals } from '#kernel/document-flow';
import { defineRefusals } from '#kernel/refusal';
import { defineSentenceRefusals } from '#kernel/sentence';

defineFlowRefusals('letter', '函件');
defineSentenceRefusals('letter', '函件');

defineRefusals({
  'pressure.nothing_locked': {
    status: 409,
    text: '还没有锁定过任何月份，提不出建议。请先在“月度报送”中锁定月份',
  },
  'pressure.no_proposal': { status: 404, text: '没有这条建议，请刷新后再看' },
  'pressure.decided': { status: 409, text: '这条建议已由{by}决定拟发，函件见“{letters}”' },
  'pressure.no_reason': { status: 422, text: '不发的，请写明理由' },
  'pressure.copy_altered': {
    status: 409,
    text: '保存的数据与其校验值不一致，可能被改动。请停止使用并报告网络安全管理部门',
  },
  'letter.not_found': { status: 404, text: '没有这份函件，或者它尚未印发给您单位' },
  'letter.no_unit': { status: 422, text: '没有这个收函单位，请重新选择' },
  'letter.signer': { status: 403, text: '这份{form}须由{signer}签发' },
  'letter.issuer': { status: 403, text: '{form}的编号、用印和印发须由{office}办理' },
  'letter.supervision_only': { status: 403, text: '督考办拟办督办单，{form}由市发展改革委拟办' },
  'letter.interview_countersign': {
    status: 422,
    text: '约谈须经市政府办公室：请在会签单位中写明“{office}”',
  },
  'letter.meeting_open': { status: 422, text: '约谈的时间、约谈人和被约谈人还没有写明，请退回补充后再印发' },
  'letter.number_taken': { status: 409, text: '发文字号“{number}”已用于另一份函件，请核对' },
  'letter.no_number': { status: 422, text: '请填写本单位发文系统给出的发文字号' },
});
