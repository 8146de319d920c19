import type { Clause } from './clause.ts';
import type { Deadline } from './deadline.ts';
import type { Quantity } from './quantity.ts';
import type { Comparator, TargetKind } from './target.ts';

const subject =
  '总投资|投资额|投资总额|投资规模|投资强度|营业收入|主营业务收入|销售收入|销售额|产值|注册资本|实缴资本|纳税|年产值|税收|面积|出资|到位资金|实际到资|合同外资|贷款余额|贷款额|用工|参保';
const deeds =
  /新增|新建|新引|新培育|建成|建设|完成|实施|引进|培育|打造|推动|推进|达到|达|实现|落地|开工|投产|组建|成立|创建|认定|选择|筹集|发放|举办|开展|支持|争取|安排|改造|建立|设立|布局|吸引|培训|增长|提高|提升|下降|降低|压缩|压减|减少|缩短|突破|超过|力争|确保|组织|开通|开工|新签|签约|储备|谋划|入库|盘活|供应|消化|处置|出让|招引|遴选|帮扶|覆盖|创成|评选|下达|拨付|减免|要有|不低于|不少于|控制/;

/** A size that only says which things are counted: 亿元以上项目100个. */
export function isQualifier(
  text: string,
  quantity: Quantity,
  clause: Clause,
  quantities: readonly Quantity[],
): boolean {
  const after = text.slice(quantity.end, Math.min(clause.end, quantity.end + 14));
  if (changedFrom(text, quantity) || /每$/.test(text.slice(0, quantity.start))) return true;
  if (quantity.unit === '座' && /^以[上下](?:乘用|客|小|微|中|大)/.test(after)) return true;
  if (!/^(?:（含）)?(?:及)?(?:以上|以下|级|规模)/.test(after)) return false;
  const others = quantities.filter(
    (one) => one !== quantity && one.start >= clause.start && one.end <= clause.end && one.sort === 'count',
  );
  if (quantity.sort === 'time') return others.some((one) => one.start >= quantity.end && one.unit !== '次');
  if (quantity.sort !== 'money') return false;
  return others.some(
    (one) => Math.abs(one.start - quantity.end) <= 24 || Math.abs(quantity.start - one.end) <= 12,
  );
}

/** 从5个工作日压缩至3个: the first number is where one comes from. */
function changedFrom(text: string, { start, end }: Quantity): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return (
    /(?:由|从)[^，。；]{0,6}$/.test(before) && /^[^，。；]{0,10}?(?:到|至|为)/.test(text.slice(end, end + 12))
  );
}

/** 对…的: who falls under the measure; what stands in it is no promise. */
export function isCondition(text: string, { start, end }: Clause): boolean {
  if (!/^(?:对|凡|符合)/.test(text.slice(start, start + 2))) return false;
  const whom = /的([\u4e00-\u9fff]{0,14})$/.exec(text.slice(start, end));
  return whom !== null && !/给予|奖|补|减|降|按/.test(whom[1]!);
}

/** What was reached before, or counts something that is there already. */
export function isHistory(text: string, { start, end }: Quantity): boolean {
  if (/^[^，。；]{0,10}(?:已全部|已经|均已|现已)/.test(text.slice(end, end + 16))) return true;
  const sentence = text.slice(Math.max(0, text.lastIndexOf('。', start) + 1), start);
  const clause = sentence.slice(Math.max(sentence.lastIndexOf('，'), sentence.lastIndexOf('；')) + 1);
  return (
    /(?:目前|现有(?=[^，。；])|现已|已经|(?<![较比])去年|(?<![较比])上年|过去)[^，。；]{0,16}$/.test(
      clause,
    ) || /(?:^|[^业])已(?:累计|建成|完成|发放|建|有|达)[^，。；]{0,12}$/.test(clause)
  );
}

/** A sum that someone gets, not one that is to be reached. */
export function isGiven(text: string, { start, end, sort }: Quantity): boolean {
  if (sort !== 'money') return false;
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    /(?:给予|奖励|资助)[^，。；]{0,8}$|(?:补贴|补助|奖补|发放)(?:最高|不超过)?$/.test(before) ||
    /^(?:的)?(?:一次性)?(?:奖励|补贴|补助|资助|奖补)/.test(text.slice(end, end + 8))
  );
}

export function perOf(text: string, { start, end }: Quantity, clause: Clause): string | undefined {
  const before =
    /每\d*(?:个|家|户|人|项|套|亩|平方米|吨|辆|台|名|场|次|件|千瓦|千瓦时|度|公里|车|班|床|张|标箱|立方米|新增[\u4e00-\u9fff]{0,6}|引进[\u4e00-\u9fff]{0,4})?(?:项目|企业)?(?=[^，。；]{0,14}$)/.exec(
      text.slice(clause.start, start),
    );
  if (before && !/^每(?:年|月|周|季|日|天)/.test(text.slice(clause.start + before.index))) return before[0];
  return /^(?:\/|／)(人|亩|户|家|项|年|月|平方米|千瓦时|吨|台|套|辆)/.exec(text.slice(end, end + 5))?.[1];
}

export function kindOf(
  text: string,
  quantity: Quantity,
  clause: Clause,
  comparator: Comparator,
  per: string | undefined,
): TargetKind {
  const { start, end, sort } = quantity;
  const before = text.slice(clause.start, start);
  const after = text.slice(end, clause.end);
  const conditional = /^(?:对于?|凡|符合|年度|首次)|(?:对于?)[^，。；]{0,30}$/.test(before);
  const named = new RegExp(`(?:${subject})[^，。；]{0,10}$`).test(before);
  if (
    (named || conditional) &&
    /以上|以下|以内|超过|满|首次|达到/.test(before.slice(-8) + after.slice(0, 4)) &&
    /的|项目|企业|外资/.test(after) &&
    !/给予|奖励|补助|补贴|资助/.test(before)
  )
    return 'threshold';
  if (sort === 'time') return comparator === 'lte' || /^内|^以内/.test(after) ? 'limit' : 'threshold';
  if (per !== undefined) return 'limit';
  if (sort === 'money') return comparator === 'lte' ? 'limit' : 'amount';
  if (comparator === 'lte') return 'limit';
  if (sort === 'share')
    return /最低|比例(?:统一)?为|不低于/.test(before) && !/增长|达到|提高/.test(before) ? 'limit' : 'goal';
  if (quantity.words && /次|轮/.test(quantity.unit ?? '')) return 'threshold';
  return deeds.test(before) || deeds.test(after) || comparator !== 'eq' ? 'goal' : 'scope';
}

/** Whether a deadline said before, or over the whole, counts for it too. */
export function isGoal(
  kind: TargetKind,
  { sort }: Quantity,
  per: string | undefined,
  given: boolean,
): boolean {
  if (given) return false;
  if (per !== undefined || kind === 'threshold') return false;
  if (kind === 'limit') return sort === 'share' || sort === 'count';
  return true;
}

const starts =
  /完成|发行|完毕|建成|出台|印发|下达|启动|投入|投产|开工|竣工|实现|制定|编制|发布|举办|召开|上线|运行|开通|建立|设立|成立|落实|形成|达到|全面|报送|上报|提交|清零|消除|整改|交付|通车|组建|推出|公布|开展|实施|取消|推行|覆盖|基本|力争|完善|消化|拨付|兑现|验收|供应|出让|制订|修订|梳理|全部|解除|整治|办结|搬迁|关闭|淘汰|腾退|销号|到位|并网|通航|揭牌|挂牌|签约|封顶|贯通|见效|开放|迁建/;

/** A dated deed, or a day that opens a rule; a year that only names something is neither. */
export function isMilestone(
  text: string,
  due: Deadline,
  clause: { start: number; end: number },
): TargetKind | undefined {
  const before = text.slice(clause.start, due.start);
  const after = text.slice(due.end, clause.end);
  const attributive = /^(?:需|能|可|能够|拟|计划|前)?(?:需)?(?:要)?[^，。；]{0,8}的[\u4e00-\u9fff]{2,}/.test(
    after,
  );
  if (due.strict && attributive && (/对$|对于$/.test(before) || /^(?:需|能|可|拟|已)/.test(after)))
    return 'eligibility';
  if (!starts.test(after.slice(0, 60)) && !starts.test(before.slice(-20))) return undefined;
  if (/预算|计划$/.test(after.slice(0, 4))) return undefined;
  if (due.strict) return 'milestone';
  const dated = /季度|半年|月/.test(text.slice(due.start, due.end));
  if (due.yearless) return undefined;
  return dated || starts.test(after.slice(0, 6)) ? 'milestone' : undefined;
}
