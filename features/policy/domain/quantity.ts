import { numeral } from './numeral.ts';

/** A number with its unit in a clear text. */
export type Quantity = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly valueMin?: number;
  readonly unit: string | null;
  readonly sort: 'money' | 'share' | 'time' | 'count';
  /** As words where no digits are printed: 三分之一, 两次. */
  readonly words?: string;
};

const magnitude = '(?:十万|百万|千万|万亿|百亿|千亿|十亿|万|亿|千|百)?';
const money = `${magnitude}(?:美元|欧元|日元|港元|元)(?:人民币)?`;
const share = '(?:个百分点|百分点|个基点|%|‰)';
const time = '(?:个工作日|个自然日|个小时|个季度|个月|工作日|自然日|小时|分钟|季度|日|天|周|年)';
const latinUnits = '(?:[PEZ]?[Ff][Ll][Oo][Pp][Ss]|TEU|[GMkK]?Wh|[GMKk][Ww]p?|km²?|㎡|m²|hm²|t|P(?![A-Za-z]))';
const counted =
  '家次|亩次|户次|艘次|列次|辆次|台次|人次|场次|车次|班次|架次|批次|户次|件次|平方公里|平方千米|平方米|立方米|公里|千米|海里|公顷|千瓦时|兆瓦时|千瓦|兆瓦|吉瓦|吨标准煤|公斤|千克|标准箱|标箱|床位|省区|省份|台套|台（套）|台|个|家|项|户|套|名|人|场|次|吨|亩|条|座|处|所|辆|架|艘|支|只|部|类|种|批|张|门|位|对|班|头|件|宗|组|款|间|栋|幢|片|床|倍|度|份|例|株|米|列|席|根|枚|盏|趟|单|起|轮|卷|册|集|篇|村|镇';
const count = `(?:${magnitude}(?:${latinUnits}|${counted}))`;
const number = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const unit = `(?:${money}|${share}|${time}|${count})`;

/** Letters and signs before a number make it a name (G20, 4+1, 第3). */
const notAfter = '(?<![A-Za-z\\d.+×第/—-])';
const single = new RegExp(`${notAfter}(${number})(${unit})`, 'g');
const ranged = new RegExp(`${notAfter}(${number})(?:${unit})?(?:—|-|至|到|~)(${number})(${unit})`, 'g');

/** Units behind a number that make the two a name: 500强, 4A级, 220千伏. */
const nameAfter =
  /^(?:周岁|岁|强|级|号|版|线|届|期(?!间)|路|楼|千伏|型|代|G|D|A|度(?:空间|角)|周年|年期|年行动|年计划|年规划|年制|年攻坚|年提升|小时热线|小时服务|大|环|园)/;
const hanNumber = '[一二两三四五六七八九十百]{1,4}';
const fraction = new RegExp(`(${hanNumber})分之(${hanNumber})`, 'g');
const hanTimes = new RegExp(
  `(${hanNumber})个?(次|倍|轮|场|年|月|工作日|日|天|小时|周|家|个|项|名|户|座|所|条|处|套)(?=(?:以内|之内|内|以上|及以上|以下|左右))`,
  'g',
);
const hanAtLeast = new RegExp(
  `(?<=至少|不少于|不低于|不超过|最长|最多|连续|新增|新建|增加)(?:[\\u4e00-\\u9fff]{0,8}?)(${hanNumber})(个月|个工作日|个季度|次|倍|轮|场|年|天|家|个|项|名|户|座|所|条|处|套)(?!性|批|季度)`,
  'g',
);
const hanRepeats = /(?<!第|一|再|首|每)([两二三四五六七八九十]{1,3})(次|轮|场次)(?!性|元|产业)/g;
/** 甲与乙之比达到2.8: a number that needs no unit. */
const ratio = new RegExp(
  `(?<=(?:之比|比值|倍数|指数|系数|容积率)(?:不低于|不高于|不超过|达到|达|为|提高到|降至|控制在|保持在)*)${number}(?![\\d.%])(?=[，。；以左）]|$)`,
  'g',
);
const doubling = /翻(一|两|三)?番/g;

export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  const take = (one: Quantity) => {
    if (!found.some((other) => other.start < one.end && one.start < other.end)) found.push(one);
  };
  for (const match of text.matchAll(ranged)) {
    const [whole, low, high, ofWhat] = [match[0], match[1]!, match[2]!, match[3]!];
    if (isName(text, match.index, high, ofWhat, match.index + whole.length)) continue;
    const [valueMin, value] = [numberOf(low), numberOf(high)];
    if (valueMin >= value) continue;
    take({
      start: match.index,
      end: match.index + whole.length,
      value,
      valueMin,
      unit: ofWhat,
      sort: sortOf(ofWhat),
    });
  }
  for (const match of text.matchAll(single)) {
    const [whole, value, ofWhat] = [match[0], match[1]!, match[2]!];
    if (isName(text, match.index, value, ofWhat, match.index + whole.length)) continue;
    take({
      start: match.index,
      end: match.index + whole.length,
      value: numberOf(value),
      unit: ofWhat,
      sort: sortOf(ofWhat),
    });
  }
  for (const match of text.matchAll(fraction)) {
    const [parts, of] = [numeral(match[2]!), numeral(match[1]!)];
    if (!parts || !of || match[1] === '百') {
      if (match[1] === '百' && parts) take(worded(match, parts, '%', 'share'));
      continue;
    }
    take(worded(match, Math.round((parts / of) * 10_000) / 10_000, '比例', 'share'));
  }
  for (const match of text.matchAll(ratio))
    take({
      start: match.index,
      end: match.index + match[0].length,
      value: numberOf(match[0]),
      unit: null,
      sort: 'share',
    });
  for (const match of text.matchAll(doubling))
    take(worded(match, 2 ** (numeral(match[1] ?? '一') ?? 1), '倍', 'share'));
  for (const pattern of [hanTimes, hanAtLeast, hanRepeats]) {
    for (const match of text.matchAll(pattern)) {
      const value = numeral(match[1]!.replace('两', '二'));
      const printed = match[0].slice(match[0].lastIndexOf(match[1]!));
      const start = match.index + match[0].length - printed.length;
      const ofWhat = printed.slice(match[1]!.length);
      if (!value || nameAfter.test(text.slice(start + match[1]!.length, start + match[1]!.length + 6)))
        continue;
      take({
        start,
        end: match.index + match[0].length,
        value,
        unit: ofWhat,
        sort: sortOf(ofWhat),
        words: printed,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function worded(match: RegExpExecArray, value: number, ofWhat: string, sort: Quantity['sort']): Quantity {
  return {
    start: match.index,
    end: match.index + match[0].length,
    value,
    unit: ofWhat,
    sort,
    words: match[0],
  };
}

const numberOf = (text: string) => Number(text.replaceAll(',', ''));

function sortOf(ofWhat: string): Quantity['sort'] {
  if (new RegExp(`^${money}$`).test(ofWhat)) return 'money';
  if (new RegExp(`^${share}$|倍$`).test(ofWhat)) return 'share';
  return new RegExp(`^${time}$`).test(ofWhat) ? 'time' : 'count';
}

/** Years, versions and things called after a number. */
function isName(text: string, start: number, value: string, ofWhat: string, end: number): boolean {
  const numberEnd = end - ofWhat.length;
  if (nameAfter.test(text.slice(numberEnd, numberEnd + 6))) return true;
  if (
    /^[类型批]$/.test(ofWhat) &&
    numberOf(value) < 10 &&
    !/(?:推出|开展|新增|涵盖|开发|分)$/.test(text.slice(0, start))
  )
    return true;
  if (ofWhat === '年' && /^(?:19|20)\d{2}$/.test(value)) return true;
  if (ofWhat === '日' && /月$/.test(text.slice(0, numberEnd - value.length))) return true;
  if (/^[A-Za-z]/.test(ofWhat) && /^[A-Za-z\u2160-\u217f]/.test(text.slice(end, end + 1))) return true;
  return /[A-Za-z]$/.test(text.slice(0, start));
}
