import { gaps, paragraphsOf, plainOf, printedOf, type Script, type Span } from './script.ts';
import { organsIn } from './signature.ts';

const kinds =
  '通知|意见|决定|公告|通告|方案|措施|办法|规定|细则|计划|要点|政策|规划|纲要|条例|清单|指引|指南|[条项]|举措|行动|报告|函|批复|令|分解|机制|制度|规则|标准|安排|工程|任务|任务分工(?:表|方案)?|任务表|建议|承诺|部署|重点';
const titled = new RegExp(`(?:${kinds})(?:（[^（）]{1,24}）)*$`);
const noTitle =
  /[。；！？]|：|^各|^为|^根据|^当前|^您|^首页|首页$|^索引|^附件|您(?:现在)?的位置|^来源|浏览次数|政策解读|^【/;

/** Lines of a red head or of a web page's table: they stand over a title and are no part of it. */
const outside =
  /文件$|公报$|号$|(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|^(?:组配|分类|发布|发文|成文|主题|公开|有效|文号|体裁|关键词|信息|浏览|字号|字体)|>>|机构市|www|http/;

export type Title = {
  readonly text: string;
  readonly span: Span;
  /** The heading of the notice that issues the document, where there is one. */
  readonly notice: { readonly text: string; readonly span: Span } | undefined;
};

type Line = { readonly text: string; readonly plain: string; readonly span: Span };

/** The name of the document: what a notice issues, else what stands over the text. */
export function titleOf(script: Script, head: Span, signed: readonly Span[]): Title | undefined {
  const lines = titleLines(script, head, signed);
  const notice = lines.find(({ plain }) =>
    /(?:关于.*|^[\u4e00-\u9fff]{4,30})(?:印发|发布|转发|公布|下发|实施).*(?:通知|公告|通告|令)(?:（[^（）]{1,24}）)*$/.test(
      plain,
    ),
  );
  const rest = notice ? lines.filter(({ span }) => span.start >= notice.span.end) : lines;
  const issued = notice ? issuedBy(notice) : undefined;
  if (notice && issued) {
    const found =
      [...rest, ...lines].find((line) => line !== notice && same(line.plain, issued.plain)) ??
      rest.find((line) => withPlace(notice.plain, line.plain, issued.plain));
    return { ...(found ?? issued), notice };
  }
  const about = rest.filter(({ plain }) => /关于/.test(plain) && titled.test(plain));
  const chosen = about[0] ?? longest(rest) ?? notice;
  if (!chosen) return undefined;
  return { text: chosen.text, span: chosen.span, notice: notice && notice !== chosen ? notice : undefined };
}

/** Lines, and neighbouring lines together, that read as a title. */
function titleLines(script: Script, head: Span, signed: readonly Span[]): Line[] {
  const paragraphs = paragraphsOf(script, head)
    .flatMap((paragraph) =>
      paragraph.end - paragraph.start > 60 ? piecesOf(script, paragraph) : [paragraph],
    )
    .filter(
      ({ start, end }) => end - start <= 120 && !signed.some((one) => one.start < end && start < one.end),
    );
  const found: Line[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    for (let count = 1; count <= 4; count++) {
      const group = paragraphs.slice(index, index + count);
      const last = group[group.length - 1];
      if (!last || group.length < count) break;
      if (group.some((one, at) => at > 0 && one.start !== group[at - 1]!.end)) break;
      const span = { start: group[0]!.start, end: last.end };
      const line = lineAt(script, span);
      if (noTitle.test(plainOf(script, last)) || line.plain.length > 120) break;
      if (count === 1 ? outside.test(line.plain) : outside.test(plainOf(script, last))) break;
      if (count > 1 && plainOf(script, last).startsWith('关于')) {
        if (!group.slice(0, -1).every((one) => organsIn(script, one).length > 0)) break;
      }
      if (line.plain.length < 6 || !titled.test(line.plain)) continue;
      found.push(line);
      index += count - 1;
      break;
    }
  }
  return found;
}

/** A paragraph that a program glued from lines, by the white space between them. */
function piecesOf(script: Script, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let index = start + 1; index <= end; index++) {
    if (index < end && script.gap[index]! < gaps.space) continue;
    pieces.push({ start: from, end: index });
    from = index;
  }
  return pieces;
}

/** The name of a web site behind a title is no part of it. */
function lineAt(script: Script, span: Span): Line {
  const site = /[_|｜][^_|｜]{2,24}$/.exec(plainOf(script, span));
  const exact = site ? { start: span.start, end: span.start + site.index } : span;
  return { text: printedOf(script, exact), plain: plainOf(script, exact), span: exact };
}

function issuedBy(notice: Line): Line | undefined {
  const inner =
    /《(.+)》/.exec(notice.plain) ??
    /(?:印发|发布|转发|公布|下发)(.+?)的(?:通知|公告|通告)/.exec(notice.plain);
  if (!inner) return undefined;
  const from = inner.index + inner[0].indexOf(inner[1]!);
  const to = from + inner[1]!.length;
  const span = { start: notice.span.start + from, end: notice.span.start + to };
  return { text: notice.text.slice(from, to), plain: inner[1]!, span };
}

/** A version in brackets or quotation marks may stand in only one of the two places. */
function same(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/（[^（）]*）$|["《》]/g, '');
  return bare(a) === bare(b);
}

/** A notice may leave out before the name the place that it begins with itself. */
function withPlace(notice: string, line: string, issued: string): boolean {
  if (line.length <= issued.length || !line.endsWith(issued)) return false;
  return notice.startsWith(line.slice(0, -issued.length));
}

function longest(lines: readonly Line[]): Line | undefined {
  return lines.reduce<Line | undefined>(
    (best, line) => (!best || line.plain.length > best.plain.length ? line : best),
    undefined,
  );
}
