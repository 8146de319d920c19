import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'project.not_found': { status: 404, text: '没有这个项目，可能已被撤销。请从项目列表重新进入' },
  'project.stale': {
    status: 409,
    text: '项目“{name}”已被他人修改（您看到的是第{version}版，现在是第{current}版），请核对两版后再保存',
  },
  'project.outside_scope': { status: 403, text: '项目“{name}”不在您的管理范围内，只能查看公开的信息' },
  'project.withdrawn': { status: 409, text: '项目{number}“{name}”的导入已撤销，不能再修改' },
  'project.duplicate': {
    status: 409,
    text: '与已有项目{number}“{name}”重复（{same}）。确是两个项目的，请选择关联方式并填写理由',
  },
  'project.no_name': { status: 422, text: '请填写项目名称' },
  'project.no_district': { status: 422, text: '请选择项目所在地区，第一个为牵头地区' },
  'project.link_needs_reason': { status: 422, text: '关联两个项目须填写理由' },
  'project.link_to_itself': { status: 422, text: '项目不能与自己关联' },
  'project.already_linked': { status: 409, text: '两个项目已有这种关联' },
  'project.already_merged': { status: 409, text: '项目“{name}”已并入其他项目' },
  'project.org_unknown': { status: 422, text: '所选单位或人员不在本市名录中，请重新选择' },
  'project.code_change_needs_reason': { status: 422, text: '更换项目代码须填写理由' },
});
