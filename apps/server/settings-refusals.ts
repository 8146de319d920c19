import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'settings.file_unreadable': {
    status: 500,
    text: '设置文件 {file} 不存在或无法读取，请检查 GUATU_CONFIG。',
  },
  'settings.file_broken': {
    status: 500,
    text: '设置文件 {file} 第 {line} 行格式不对，应为“名称: 值”，每行一项。',
  },
  'settings.unknown': {
    status: 500,
    text: '设置文件 {file} 第 {line} 行的“{name}”不是可用的设置，请更正或删去。可用的有：{known}。',
  },
  'settings.invalid': { status: 500, text: '设置有误：{problems}。' },
});
