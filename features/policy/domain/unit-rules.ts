import { atParagraphStart, matchesIn, type Script, type Span } from './script.ts';
import { piecesOfNames } from './unit-list.ts';

/** What a document says once about all its lists of units. */
export type UnitRules = {
  /** 列第一位的为牵头单位: the first of a list leads. */
  readonly firstLeads?: Span;
  /** Said with 下同 it holds from the paragraph it stands in. */
  readonly firstFrom?: number;
  /** 逗号前的为牵头单位: the units before the first comma lead. */
  readonly beforeCommaLeads?: Span;
  /** The same with a semicolon. */
  readonly beforeSemicolonLeads?: Span;
  /** 各区县均为责任单位，不再列出: who shares in every measure without being listed. */
  readonly everywhere: readonly { readonly name: string; readonly span: Span }[];
};

const first =
  /(?:第一位|首位|排序第一|位列第一|列第一|排在第一|排名首位|第一个|第一家|排名第一|排第一|排列第一|首个|首家|最前|最先|在前|居首|首列|列首)[^。；]{0,12}?(?:为|是|系|负责)?[^。；]{0,6}牵头|牵头(?:单位|部门)?[^。；，]{0,8}(?:为|是|列)[^。；，]{0,10}(?:第一位|首位|第一个|第一家)/g;
const comma = /(?:第一个|首个)?(?:逗号|，|“，”)(?:之|以)?前[^。；]{0,14}牵头/g;
const semicolon = /(?:第一个|首个)?分号(?:之|以)?前[^。；]{0,14}牵头/g;
const shared =
  /((?:各|全市各|其他各)[^。；，：]{0,60}?)(?:均|都|同为|同时|亦|也|皆)(?:为|是|作为|列为|系)?[^。；，]{0,14}?(?:责任单位|责任主体|配合单位|实施单位|实施主体|落实单位|参与单位|责任部门)/g;
const unlisted =
  /((?:各|全市各|其他各)[^。；，：]{0,60}?)(?:均|都|按|应|要|需|是|为|共同)[^。；]{0,40}?(?:不再|不另|未)(?:逐一|一一|另行|单独|重复|逐项|逐条|分别|再)*(?:列出|列明|标注|注明|列入|列示|赘列)/g;

const included =
  /(?:均|都)(?:含|包括|包含|涉及|需要?)(各[^，。；：]{1,60}?)(?:，|、|的|，责任单位)?[^。；，]{0,10}不再|不再(?:逐一|一一|另行|单独|重复|逐项|逐条|分别)*(?:列出|列明|标注|注明|列示)((?:各)[^，。；）]{1,40})/g;

function paragraphStart(script: Script, at: number): number {
  let start = at;
  while (start > 0 && !atParagraphStart(script, start)) start--;
  return start;
}

/** The sentences on units that a document holds outside the lists themselves. */
export function unitRulesIn(script: Script): UnitRules {
  const whole = { start: 0, end: script.plain.length };
  const firstLeads = matchesIn(script, whole, first)[0]?.span;
  const beforeCommaLeads = matchesIn(script, whole, comma)[0]?.span;
  const beforeSemicolonLeads = matchesIn(script, whole, semicolon)[0]?.span;
  const said = [shared, unlisted, included].flatMap((pattern) => matchesIn(script, whole, pattern))[0];
  const names = said?.match[1] ?? said?.match[2];
  const at = said && names ? said.span.start + said.match[0].indexOf(names) : 0;
  const everywhere = names ? piecesOfNames(script, { start: at, end: at + names.length }) : [];
  return {
    ...(firstLeads && !beforeCommaLeads ? { firstLeads } : {}),
    ...(firstLeads && /^[^。（）]{0,10}下同/.test(script.plain.slice(firstLeads.end))
      ? { firstFrom: paragraphStart(script, firstLeads.start) }
      : {}),
    ...(beforeCommaLeads ? { beforeCommaLeads } : {}),
    ...(beforeSemicolonLeads ? { beforeSemicolonLeads } : {}),
    everywhere,
  };
}
