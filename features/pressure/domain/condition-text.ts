import type { Condition } from '#kernel/condition';

const fieldNames: Readonly<Record<string, string>> = {
  light: '亮灯',
  category: '类别',
  lists: '所在清单',
  fromLast: '倒数名次',
  lastShare: '倒数名次占比（%）',
  completion: '完成率（%）',
};
const valueNames: Readonly<Record<string, string>> = {
  ...{ red: '红灯', yellow: '黄灯', green: '绿灯', grey: '灰灯' },
  ...{ building: '在建', 'new-start': '新开工' },
};
const opNames: Readonly<Record<string, string>> = {
  ...{ eq: '是', ne: '不是', lt: '低于', lte: '不大于', gt: '高于', gte: '不小于', in: '属于' },
  ...{ includes: '包括', present: '已有', absent: '没有' },
};

/** A condition as officials read it. */
export function conditionText(tree: Condition): string {
  if ('all' in tree) return tree.all.map(conditionText).join('，且');
  if ('any' in tree) return `（${tree.any.map(conditionText).join('，或')}）`;
  if ('not' in tree) return `非（${conditionText(tree.not)}）`;
  const values = (Array.isArray(tree.value) ? tree.value : [tree.value]).flatMap((one) =>
    one === undefined ? [] : [valueNames[String(one)] ?? String(one)],
  );
  return `${fieldNames[tree.field] ?? tree.field}${opNames[tree.op] ?? tree.op}${values.join('、')}`;
}
