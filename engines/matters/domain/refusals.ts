import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'matter.unknown': { status: 404, text: '没有找到这个事项，或者它不在您的范围' },
  'matter.stale': { status: 409, text: '事项刚才有人办理过，请看过最新情况再办；您填写的内容还在' },
  'matter.no_title': { status: 422, text: '请写明事项的标题' },
  'matter.no_project': { status: 422, text: '“{kind}”须关联项目' },
  'matter.no_lead': { status: 422, text: '请选定牵头单位' },
  'matter.already_taken_in': { status: 409, text: '来源编号“{sourceKey}”已经登记为{number}，不重复登记' },
  'matter.kind_off': { status: 409, text: '本市没有启用“{kind}”，可由市发展改革委在“规则”中启用' },
  'matter.no_own_intake': {
    status: 409,
    text: '本市的“{kind}”只登记其他系统转来的，请填写来源编号；自行受理可由市发展改革委在“规则”中启用',
  },
  'matter.may_not_open': { status: 403, text: '“{kind}”应由{by}提出' },
  'matter.no_reason': { status: 422, text: '请写明理由' },
  'matter.no_such_level': { status: 422, text: '协调阶梯没有“{level}”这一级' },
  'matter.link_to_itself': { status: 422, text: '事项不能与自己关联' },
});
