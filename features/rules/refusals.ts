import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'overlay.not_found': { status: 404, text: '没有这项改动' },
  'overlay.no_such_file': {
    status: 422,
    text: '市包里没有哪一部分读取“{file}”，请从“规则与市包”中选择要改的部分',
  },
  'overlay.elsewhere': { status: 409, text: '“{name}”不在这里修改：{where}' },
  'overlay.faulty': { status: 422, text: '还有 {count} 处错误，不能批准。首先是：{first}' },
  'overlay.unchanged': { status: 409, text: '与现行内容相同，没有需要批准的改动' },
  'overlay.content_missing': { status: 422, text: '没有收到要改成的内容' },
  'overlay.settled': { status: 409, text: '这项改动已{state}，不能再改。如需调整，请另起草一项' },
  'overlay.author_approves': {
    status: 409,
    text: '起草或修改过这项改动的人不能批准它，请由另一人批准',
  },
  'overlay.author_withdraws': {
    status: 409,
    text: '已批准的改动不能由起草人自己撤下，请由另一人办理',
  },
  'overlay.day_past': {
    status: 409,
    text: '生效日 {day} 已过（今天是 {today}），改动不能追溯生效。请先改为今天或以后的日期',
  },
  'overlay.lights_too_early': {
    status: 409,
    text: '{evaluated}及以前的月份已经评价，不能用新规则重评。新规则最早可自 {earliest} 起生效',
  },
});
