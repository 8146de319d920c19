import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'matter.no_such_kind': { status: 404, text: '没有“{kind}”这种事项，请在页面所列的种类中选择' },
  'matter.field_wrong': { status: 422, text: '“{field}”应填{want}' },
  'matter.no_such_file': { status: 404, text: '没有找到所附的文件，或不是您上传的。请重新上传' },
  'matter.no_such_field': { status: 404, text: '事项没有填写这一项' },
  'matter.no_such_unit': { status: 422, text: '没有找到所选的单位，可能已被撤并。请刷新后重选' },
  'matter.lead_by_office': {
    status: 422,
    text: '牵头单位由所在地区、市发展改革委等单位选定，请不要填写',
  },
  'matter.only_by_number': {
    status: 422,
    text: '“{kind}”本市只登记从其他系统转来的，请填写来源编号',
  },
  'matter.source_month': { status: 422, text: '由月报或红灯转来的问题，须写明项目和月份' },
  'matter.source_visit': { status: 422, text: '由服务记录转来的问题，由服务秘书从走访记录提出' },
  'matter.dissatisfied': {
    status: 422,
    text: '评价为“{score}”的不能办结；请退回重办，并写明还没有解决的地方',
  },
  'matter.not_the_approver': { status: 403, text: '“{pause}”由{approver}批准' },
  'matter.inner_by_office': { status: 403, text: '仅内部可见的意见和文件，由承办和主管单位填写' },
  'matter.not_split': { status: 422, text: '“{kind}”不能拆分，请另行提出' },
  'matter.export_too_large': {
    status: 422,
    text: '符合条件的事项有 {total} 个，一次最多导出 {most} 个。请缩小筛选范围后分次导出',
  },
  'leader_request.no_leader': { status: 422, text: '请写明作出决定的领导' },
});
