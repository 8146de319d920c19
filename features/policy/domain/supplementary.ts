/** Why a numbered part of a document is no commitment that anyone tracks. */
export type NoMeasure = 'supplementary' | 'preface';

const self =
  '(?:本(?:政策|措施|办法|意见|方案|规定|细则|通知|条例|清单|若干|实施|行动|计划|通告|文件)[^，。；]{0,14}|以上(?:政策|措施)[^，。；]{0,8}|上述(?:政策|措施)[^，。；]{0,8})';
const supplementary = [
  new RegExp(`^[^。]{0,60}${self}(?:[^。]{0,12})自[^。]{2,40}(?:施行|实施|执行|生效|起)`),
  new RegExp(`^${self}由[^。]{2,40}负责(?:解释|具体解释|组织解释)`),
  new RegExp(`^${self}[^。]{0,10}有效期`),
  /^(?:具体|最终)?解释(?:工作|权)?(?:由|归)/,
  /^自[^。，]{2,24}起(?:施行|实施|执行)/,
  /^(?:有效期|执行期限|实施期限|施行日期|政策期限|政策解释)/,
  new RegExp(`^(?:此前|以前|原|我市此前|过去)?[^。]{0,30}(?:与|同)${self}[^。]{0,6}不一致`),
  /^[^。]{0,80}同时废止。?$/,
  /^[^。]{0,60}就高不(?:就低|重复)/,
  /^(?:国家|上级|省)[^。]{0,20}(?:另有规定|出台新)[^。]{0,20}从其规定/,
];
const preface = [
  /^为(?:了|进一步|深入|贯彻|全面|加快|规范|落实|推动|促进|鼓励|支持)[^。]*(?:制定|出台|提出)(?:本|如下|以下)[^。]*。?/,
  /^本(?:若干)?(?:办法|措施|政策|规定|细则|意见|条例|方案)(?:所称|适用于|中所称|支持的?对象|的适用)/,
];
const supplementaryTitle =
  /^(?:附则|其他(?:事项|规定|说明)?|有关说明|相关说明|附则及其他|施行(?:日期|时间)|生效(?:日期|时间)|解释(?:权|部门|机关)?|有效期(?:限)?|名词解释|政策(?:效力|期限|衔接)?(?:说明)?|实施(?:日期|期限|时间)|执行期限)$/;
const prefaceTitle =
  /^(?:(?:总体|基本)?(?:要求|思路|原则|目标)|指导思想|基本原则|工作(?:思路|原则|目标)|总体(?:要求|思路|目标|考虑)(?:和[\u4e00-\u9fff]{2,6})?|(?:主要|发展|工作|总体|具体|年度|行动|预期)?目标(?:任务)?|目的(?:依据|和依据)?|制定(?:目的|依据)|适用(?:范围|对象)|(?:支持|扶持|适用)(?:对象|范围)(?:和[\u4e00-\u9fff]{2,4})?|定义|总则)$/;

/** Who leads in every list is said once, in a sentence of its own. */
const leadRule =
  /^[^。，]{0,24}(?:单位|部门)?[^。，]{0,12}(?:首位|首个|第一)[^。，]{0,12}(?:为|是)牵头(?:单位|部门)$/;

const aboutItself = (sentence: string) =>
  leadRule.test(sentence) || supplementary.some((one) => one.test(sentence));

/** Tells from its title and its text whether a part is a rule about the document itself or its preface. */
export function noMeasure(title: string, text: string): NoMeasure | undefined {
  const bare = title.replace(/[\s"]/g, '');
  if (supplementaryTitle.test(bare)) return 'supplementary';
  if (prefaceTitle.test(bare)) return 'preface';
  const start = text.slice(0, 160);
  if (text.length < 220 && supplementary.some((one) => one.test(start))) return 'supplementary';
  if (text.length < 220 && text.split('。').filter(Boolean).every(aboutItself)) return 'supplementary';
  return preface.some((one) => one.test(start)) ? 'preface' : undefined;
}

/** A chapter whose parts are all about the document itself. */
export const isSupplementaryChapter = (title: string) => /^附则/.test(title.replace(/\s/g, ''));
