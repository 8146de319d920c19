import type { Place } from './script.ts';

export type CadencePeriod = 'day' | 'week' | 'tenDays' | 'month' | 'quarter' | 'halfYear' | 'year';

/** How often something is done or reported. */
export type Cadence = { readonly phrase: string; readonly period: CadencePeriod; readonly place: Place };

const periods: readonly (readonly [RegExp, CadencePeriod])[] = [
  [/半年/, 'halfYear'],
  [/季/, 'quarter'],
  [/年/, 'year'],
  [/旬/, 'tenDays'],
  [/周|星期/, 'week'],
  [/月/, 'month'],
  [/日|天/, 'day'],
];

export function periodOf(text: string): CadencePeriod {
  return periods.find(([pattern]) => pattern.test(text))![1];
}

const act =
  '调度|通报|报告|报送|上报|报表|例会|会商|会议|研判|分析|监测|统计|推进会|督查|督导|督办|检查|考核|晾晒|点评|总结|评估|清零|更新|公布|公示|排名|拨款|反馈|汇总|小结|简报|专报|巡查|跟踪|对账|拉练|比武|开工|赛马|计划|盘点|复盘|汇报';
const every =
  '每(?:个)?(?:半年|季度|季|年度|年|旬|星期|周|月|工作日|日|天)(?:(?:年初|年底|年末|月初|月底|初|底|末)|(?=[^\\u4e00-\\u9fff]|[\\u4e00-\\u9fff]))';
const spoken = `(?:日|周|旬|双周|半月|半年|月度|月|季度|季|年度)(?:${act})`;
const split = '(?:分解|细化|落实|排|安排|倒排|明确)(?:落实)?到(?:月|周|旬|季度|季|日|天)';
const by = '(?:按|逐)(?:日|周|旬|半年|月|季度|季|年度)(?:度)?(?=[\\u4e00-\\u9fff])';
const gathered = '(?:月度|季度|年度|半年|每周)[^，。；：、□]{2,10}(?:活动|调度会|现场会|推进会|例会)';
const seasons = '(?:"?春、?夏、?秋、?冬"?|"□+")四季';
const yearly = '(?<=[、，"])年(?:考核|总结|评估|通报)';
const pattern = new RegExp(
  `${every}|${gathered}|${yearly}|${seasons}|${split}|${by}|(?<![\\d一二三四五六七八九十第上下前当本同次两每个全多近往隔今昨明去整长终历几])${spoken}`,
  'g',
);

/** Plans and openings of a year are names, not a rhythm. */
const names =
  /^年度(?:计划|报告|考核|统计|评估|会议|总结|通报|检查|公布|分析|报表|开工|调度)|^年(?:计划|报告|会议|报表|开工)|^日(?:报|常)|^月(?:会|报)$/;

export type FoundCadence = { readonly start: number; readonly end: number; readonly period: CadencePeriod };

export function cadencesIn(text: string): FoundCadence[] {
  const found: FoundCadence[] = [];
  for (const match of text.matchAll(pattern)) {
    if (names.test(match[0])) continue;
    const one = rhythmOf(text, match);
    if (
      !found.some((other) => one.period === other.period && text.slice(other.start, other.end) === match[0])
    )
      found.push(one);
  }
  return found;
}

/** 每年开展两次 is every half year, 每年四次 every quarter. */
function rhythmOf(text: string, match: RegExpExecArray): FoundCadence {
  const start = match.index;
  const end = start + match[0].length;
  const times = /^每年/.test(match[0])
    ? /^[^，。；]{0,24}?(两|二|2|四|4|十二|12)次/.exec(text.slice(end))
    : undefined;
  if (!times) return { start, end, period: periodOf(match[0]) };
  const period = /两|^2$|^二/.test(times[1]!) ? 'halfYear' : /四|4/.test(times[1]!) ? 'quarter' : 'month';
  return { start, end: end + times[0].length, period };
}
