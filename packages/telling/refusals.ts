import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'telling.email_missing': { status: 422, text: '选择了邮件渠道，请填写接收消息的邮箱地址' },
  'telling.email_malformed': { status: 422, text: '邮箱地址「{email}」格式不对，应如 name@example.gov.cn' },
  'telling.no_such_channel': { status: 404, text: '没有这个消息渠道，请刷新后再选' },
  'telling.channel_name_taken': { status: 409, text: '已有名为「{name}」的渠道，请换一个名称' },
  'telling.url_malformed': {
    status: 422,
    text: '地址「{url}」不能使用：须以 https:// 或 http:// 开头，不带用户名和密码。请从机器人设置页重新复制',
  },
  'telling.target_refused': { status: 422, text: '不能使用这个地址：{reason}' },
  'telling.secret_missing': {
    status: 422,
    text: '请填写{what}。新建渠道或更换地址时须重新填写，已保存的不再沿用',
  },
  'telling.no_failed_message': {
    status: 409,
    text: '这条消息现在不能重新发送：已经送达、正在发送，或已不存在。请刷新清单',
  },
  'telling.newer_message': {
    status: 409,
    text: '打开清单之后又来了 {more} 条新消息，没有标为已读。请看过后再标',
  },
  'telling.no_unreached': { status: 409, text: '这一条已经处理过，请刷新清单' },
});
