import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'files.empty': { status: 422, text: '「{name}」是 0 字节的空文件，可能没有传完。请重新上传。' },
  'files.too_large': {
    status: 413,
    text: '「{name}」超过单个文件 {limit} 的上限。请压缩图片或拆成几个文件，再上传。',
  },
  'files.kind_not_accepted': {
    status: 422,
    text: '「{name}」的内容是{what}，这里只接收{accepted}（以内容为准，改扩展名无效）。请换成可接收的格式，再上传。',
  },
  'files.macros': {
    status: 422,
    text: '「{name}」带有宏，为安全起见不接收。请另存为不带宏的格式，再上传。',
  },
  'files.password': {
    status: 422,
    text: '「{name}」设了打开密码，无法检查内容。请取消密码后保存，再上传。',
  },
  'files.disk_full': {
    status: 507,
    text: '服务器存储空间已满，文件没有保存。请联系系统管理员清理或扩容，然后重新上传。',
  },
  'files.not_found': { status: 404, text: '没有这个文件，或它不属于本市。请刷新页面后重试。' },
  'files.content_missing': {
    status: 500,
    text: '文件「{name}」的内容在服务器上缺失或已损坏。请联系系统管理员从备份恢复。',
  },
});
