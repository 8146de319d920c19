import type { Doubt } from './doubt.ts';
import type { Frame } from './frame.ts';
import type { Measures } from './measures.ts';
import { placeOf, printedOf, type Script } from './script.ts';

/** What is odd about the numbers of a document, and what was left out and why. */
export function outlineDoubts(script: Script, { outline }: Frame, found: Measures): Doubt[] {
  const doubts: Doubt[] = outline.odd.map(({ kind, at, missing = [] }) => {
    const place = placeOf(script, at);
    const shown = printedOf(script, { start: at.start, end: at.shownEnd });
    return { place, kind, text: oddText[kind](shown, missing.join('、')) };
  });
  const kinds = new Set(found.measures.map(({ node }) => node.kind));
  const last = found.measures.at(-1)?.node;
  for (const { node, heading } of found.measures) {
    // Where the text may end too early, parts in brackets under a chapter's number are doubted by themselves.
    const early = node === last && node.kind === 'han' ? 'hanBracket' : undefined;
    const parts = node.children.filter(
      ({ kind }) => kind !== node.kind && (kinds.has(kind) || kind === early),
    );
    if (parts.length < 2) continue;
    const place = placeOf(script, { start: node.start, end: heading.span.end });
    const shown = printedOf(script, { start: node.start, end: heading.span.end });
    doubts.push({ place, kind: 'parts-unlisted', text: `“${shown}”${partsText(parts.length)}` });
  }
  for (const { span, title, why } of found.leftOut) {
    const text = why === 'supplementary' ? '是关于文件本身的规定' : '是总体要求或适用范围';
    const shown = title.length > 24 ? `${title.slice(0, 24)}…` : title;
    doubts.push({
      place: placeOf(script, span),
      kind: 'not-a-measure',
      text: `“${shown}”${text}，没有列为措施，请核对`,
    });
  }
  if (found.measures.length === 0)
    doubts.push({
      place: placeOf(script, { start: 0, end: 1 }),
      kind: 'no-measures',
      text: '没有找到编了序号的措施，请核对是不是政策文件，或由人工划分',
    });
  return doubts;
}

const partsText = (count: number) =>
  `列为一条措施，其下${count}个分项没有单列；别处同样编号的分项是措施，请核对`;

const oddText = {
  'number-missing': (shown: string, missing: string) =>
    `“${shown}”之前缺第${missing}项，可能没有印出或没有认出，请核对`,
  'number-repeated': (shown: string) => `序号“${shown}”重复，请核对`,
  'number-order': (shown: string) => `序号“${shown}”没有按顺序排列，已按印出的顺序读取，请核对`,
  'number-unread': (shown: string) => `行首的“${shown}”与前后序号接不上，没有当作一项，请核对`,
} as const;
