import { amountFacts } from './amount-facts.ts';
import { type AmountMeaning, type AmountSetting, otherAmount } from './amount-sense.ts';
import { listAmount } from './list-amount.ts';
import { reportAmount } from './report-amount.ts';
import type { AmountWords } from './vocabulary.ts';

const core =
  /投资|资金|概算|估算|金额|完成|累计|计划|任务|目标|投入|\d{1,2}月|[一二三四五六七八九十]月|季度|半年|本月|当月|本年|产值|数额|总额/;
const noAmount =
  /(?:主体|单位|来源|方式|内容|说明|性质|类型|构成|方向|原因|问题|时间|日期|措施|地点|领域|人|协议|合同|名称|代码|情况说明)$/;

/** Reads the levels of a header, the lowest last; undefined where it names no amount. */
export function amountMeaning(
  levels: readonly string[],
  setting: AmountSetting,
  words: AmountWords,
): AmountMeaning | undefined {
  const leaf = levels.at(-1) ?? '';
  const full = levels.join('');
  const figure = levels.length > 1 && /^(?:0?[1-9]|1[0-2])$/.test(leaf);
  if (noAmount.test(leaf) || !(figure || core.test(full))) return undefined;
  const has = (text: string, list: readonly string[]) => list.some((word) => text.includes(word));
  if (has(leaf, words.ratio) || (has(full, words.ratio) && !core.test(leaf))) return otherAmount;
  const facts = amountFacts(levels, setting.year, words);
  if (facts.isTotal) {
    return setting.kind === 'list'
      ? { field: 'totalFen', score: totalScore(leaf) }
      : { field: null, score: 80, money: true };
  }
  if (has(leaf, words.otherAmount)) return otherAmount;
  return setting.kind === 'list' ? listAmount(facts, setting.year) : reportAmount(facts, setting);
}

function totalScore(leaf: string): number {
  if (!/总投资|总概算|投资总/.test(leaf)) return 78;
  return /^(?:项目)?(?:计划)?总投资/.test(leaf) ? 100 : 95;
}
