import { type Outline, outlineOf } from './outline.ts';
import { paragraphsOf, plainOf, type Script, type Span } from './script.ts';
import { organsIn, type Signature, signaturesIn } from './signature.ts';

/** The parts of a file: what stands before the numbered text, the numbered text, who signed. */
export type Frame = {
  /** From the start to the first number of the main part. */
  readonly head: Span;
  /** The numbered text, without what pages and programs put after it. */
  readonly body: Span;
  readonly outline: Outline;
  readonly signatures: readonly Signature[];
  /** Paragraphs between the last measure and the end of the part that belong to no number, found later. */
  readonly tail: Span;
};

const attachment =
  /^附(?:件|录|表)?[\d一二三四五六七八九十]{0,2}(?:：|$)|^附件[\d一二三四五六七八九十]{1,2}(?![.、，。\d])/;
const afterText =
  /^(?:（?此件|抄送|主送|来源：|信息来源|责任编辑|上一篇|下一篇|【?图解|.{0,40}政策解读$|相关(?:链接|解读|文件|附件)|打印|关闭|扫一扫|分享到|分享：|承办单位：.*网|网站标识|版权所有|浏览次数|（联系人|联系人：|(?:政策)?咨询(?:电话|方式|单位)|联系电话|（?信息公开|.{2,20}\d{4}年\d{1,2}月\d{1,2}日印发$)/;

/** Who runs the web site; a document may call its lead units so, but then does it more than once. */
const hostLine = /^主办单位：/;

/**
 * A file may hold a notice, then the document it issues, then attachments. The main part is the one with the most
 * numbered text.
 */
export function frameOf(script: Script): Frame {
  const whole = { start: 0, end: script.plain.length };
  const signatures = signaturesIn(script);
  const parts = partsOf(script, whole, signatures);
  const outlined = parts.map((part) => ({ part, outline: outlineOf(script, part) }));
  const main = outlined.reduce((best, one) => (weight(one) > weight(best) ? one : best), outlined[0]!);
  const { part, outline } = main;
  const first = outline.roots[0]?.start ?? part.end;
  const end = textEnd(script, { start: lastStart(outline) ?? part.start, end: part.end });
  const trimmed = end < part.end ? outlineOf(script, { start: part.start, end }) : outline;
  return {
    head: { start: 0, end: outline.roots.length > 0 ? first : Math.min(part.end, end) },
    body: { start: first, end },
    outline: trimmed,
    signatures,
    tail: { start: end, end: whole.end },
  };
}

/** An attachment, or what explains the document on the same page, begins a part of its own. */
function breaksOff(text: string): boolean {
  return (
    attachment.test(text.slice(0, 20)) || (text.length < 80 && /^(?:.*政策解读|文字解读|解读)$/.test(text))
  );
}

function partsOf(script: Script, whole: Span, signatures: readonly Signature[]): Span[] {
  const parts: Span[] = [];
  let start = whole.start;
  const cuts = [
    ...signatures.map(({ span }) => ({ from: span.start, to: span.end })),
    ...paragraphsOf(script, whole)
      .filter((paragraph) => breaksOff(plainOf(script, paragraph)))
      .map(({ start: from }) => ({ from, to: from })),
  ].sort((a, b) => a.from - b.from);
  for (const { from, to } of cuts) {
    if (from > start) parts.push({ start, end: from });
    start = Math.max(start, to);
  }
  if (start < whole.end || parts.length === 0) parts.push({ start, end: whole.end });
  return parts;
}

function weight({ part, outline }: { readonly part: Span; readonly outline: Outline }): number {
  const count = (nodes: Outline['roots']): number =>
    nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
  const numbered = count(outline.roots);
  return numbered === 0 ? 0 : numbered * 400 + (part.end - part.start);
}

function lastStart({ roots }: Outline): number | undefined {
  let last = roots[roots.length - 1];
  for (let next = last; next; next = next.children[next.children.length - 1]) last = next;
  return last?.start;
}

/** Signatures, notes of the page and links below the text are no part of its last measure. */
function textEnd(script: Script, { start, end }: Span): number {
  const after = paragraphsOf(script, { start, end }).slice(1);
  const hosts = script.plain.split('主办单位：').length - 1;
  const found = after.find((paragraph) => {
    const text = plainOf(script, paragraph);
    return (
      afterText.test(text) || (hostLine.test(text) && hosts === 1) || organsIn(script, paragraph).length > 0
    );
  });
  return found?.start ?? end;
}
