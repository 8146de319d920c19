import type { Quantity } from './quantity.ts';
import type { Comparator } from './target.ts';

const least = /(?:不低于|不少于|不小于|至少|超过|高于|大于|突破|逾|力争超|超)(?:达到?)?$/;
const most =
  /(?:不超过|不得超过|不高于|不大于|不多于|最高|最长|最多|至多|上限(?:为|至)?|低于|少于|小于|控制在|压缩(?:至|到|为)|压减(?:至|到)|缩短(?:至|到|为)|降(?:至|到|低到|低至)|减(?:至|到)|限额(?:为)?|封顶)(?:可?(?:达|给予|补助|补贴|奖励|资助|支持|为))?$/;
const near = /(?:约|近|大约|左右)$/;
const noLess = /不(?:得)?(?:低|少|小)于(?:达到?)?$/;

/** How a number binds, from the words around it. */
export function comparatorOf(text: string, { start, end, sort }: Quantity): Comparator {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 4);
  if (/^(?:及|或|（含）)?以上|^\+|^多(?!个|种)|^余/.test(after) || noLess.test(before)) return 'gte';
  if (/^(?:及|或)?以下|^以内|^之内|^（?含）?以内/.test(after)) return 'lte';
  if (/^左右|^上下/.test(after) || near.test(before)) return 'approx';
  if (most.test(before)) return 'lte';
  if (/最(?:高|长|多)[^，。；\d]{0,8}$/.test(before) || /(?:不超过|上限)[^，。；\d]{0,6}$/.test(before))
    return 'lte';
  if (sort === 'time' && /^内/.test(after)) return 'lte';
  if (least.test(before)) return 'gte';
  return /至少[^，。；\d]{0,8}$/.test(before) ? 'gte' : 'eq';
}

export function changeOf(text: string, { start }: Quantity): 'growth' | 'reduction' | undefined {
  const before = text.slice(Math.max(0, start - 10), start);
  if (
    /(?:增长|增加|提高|提升|上涨|上升|递增|扩大|增速)[^，。；\d]{0,6}$/.test(before) &&
    !/(?:提高|提升|增加|增长|上升)(?:到|至)/.test(before)
  )
    return 'growth';
  if (
    /(?:下降|降低|减少|压减|压缩|缩短|削减|精简)[^，。；\d]{0,6}$/.test(before) &&
    !/(?:降|减|缩短|压缩)(?:低|少)?(?:到|至)/.test(before)
  )
    return 'reduction';
  return /翻/.test(text.slice(start, start + 1)) ? 'growth' : undefined;
}
