import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'petition.not_open': { status: 404, text: '本市没有在网上受理这一类事项，请拨打受理电话或到窗口提出' },
  'petition.form_outdated': { status: 422, text: '表单无法识别，请先复制已填写的内容，刷新页面后重新提交' },
  'petition.looks_automatic': {
    status: 422,
    text: '提交过快，请核对内容，在打开表单 {seconds} 秒以后再提交',
  },
  'petition.too_many_links': {
    status: 422,
    text: '正文中网址过多，最多 {most} 个。请写明事情本身，材料请作为附件上传',
  },
  'petition.credit_code_wrong': {
    status: 422,
    text: '统一社会信用代码有误（18 位，末位为校验位），请对照营业执照核对；也可以不填',
  },
  'petition.no_way_back': { status: 422, text: '联系电话和电子邮箱至少填写一项，以便与您联系' },
  'petition.phone_wrong': { status: 422, text: '联系电话有误，请填写区号和号码，或手机号码' },
  'petition.email_wrong': { status: 422, text: '电子邮箱有误，请检查后重填' },
  'petition.same_content': {
    status: 409,
    text: '相同内容已经收到，编号 {number}，正在办理，不再重复登记。如是另一家企业，请写明本企业的具体情况',
  },
  'petition.form_reused': {
    status: 409,
    text: '这张表单已经提交，编号 {number}。要提出另一件事，请重新打开表单',
  },
  'petition.no_such_district': { status: 422, text: '没有找到所选的地区，请刷新页面后重选' },
  'petition.no_such_category': { status: 422, text: '没有所选的类别，请刷新页面后重选' },
  'petition.wrong_code': {
    status: 401,
    text: '编号或查询码不正确，请对照提交时显示的内容核对。连续输错 {attempts} 次，将暂停查询 {minutes} 分钟',
  },
  'petition.locked': { status: 423, text: '编号或查询码连续输错次数过多，请于 {time} 后再试' },
  'petition.not_now': { status: 409, text: '事项现在是“{state}”，不能这样做。请刷新后查看' },
  'petition.no_reason': { status: 422, text: '请写明理由或情况' },
  'petition.no_score': { status: 422, text: '请选择满意度' },
  'petition.choose_redo': { status: 422, text: '评价为“{score}”的，请写明还没有解决的地方，事项将退回重办' },
  'petition.no_material': { status: 422, text: '请先上传需要补正的材料' },
  'petition.too_many_files': { status: 422, text: '附件最多 {most} 个，已有 {most} 个' },
  'petition.unknown': { status: 404, text: '没有找到这一件，或者它不在您的范围' },
  'petition.no_call_taking': {
    status: 409,
    text: '本市没有启用自行接听登记“{kind}”，请填写 12345 工单编号；自行受理可由市发展改革委在“规则”中启用',
  },
  'petition.reply_or_unit': { status: 422, text: '当场答复的不再派单：请只填答复内容，或只选承办单位' },
  'petition.not_answered': { status: 409, text: '事项现在是“{state}”，不在等待回访。请刷新后查看' },
  'petition.tries_over': { status: 409, text: '已联系 {tries} 次未接通，不再回访，期满自动办结' },
  'petition.no_ticket_column': {
    status: 422,
    text: '工单表缺少“{column}”一列。可用的表头有：{titles}',
  },
  'petition.no_tickets': { status: 422, text: '工单表没有内容。第一行应为表头，以下每行一张工单' },
  'petition.too_many_tickets': {
    status: 422,
    text: '工单表有 {rows} 行，一次最多导入 {most} 行，请分批导入',
  },
  'petition.span_backwards': { status: 422, text: '起始日期晚于截止日期，请重新选择' },
  'petition.span_too_long': { status: 422, text: '一次最多统计 {most} 天，请缩短期间' },
});
