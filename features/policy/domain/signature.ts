import { dayPattern, type ReadDay, readDay } from './date.ts';
import { gaps, paragraphsOf, plainOf, printedOf, type Script, type Span } from './script.ts';

/** Who signed and when, as it stands under a document. */
export type Signature = {
  readonly span: Span;
  readonly organs: readonly { readonly name: string; readonly span: Span }[];
  readonly date: ReadDay;
  readonly dateSpan: Span;
};

const organEnd =
  '人民政府|政府|办公室|办公厅|委员会|管委会|管理局|局|厅|委|院|部|银行|行|中心|领导小组|指挥部|公司|集团|联合会|署|海关|专班';
const organ = new RegExp(`^(?:中共|中国|国家)?[\\u4e00-\\u9fff（）]{2,28}(?:${organEnd})$`);
const noOrgan = /关于|印发|责任|牵头|推进|加快|建立|各|等|由|转发|负责/;
const dated = new RegExp(`^(.*?)(${dayPattern})$`);

/** Every place where one or more organs stand above or before a date. */
export function signaturesIn(script: Script): Signature[] {
  const paragraphs = paragraphsOf(script, { start: 0, end: script.plain.length });
  const found: Signature[] = [];
  paragraphs.forEach((paragraph, index) => {
    const text = plainOf(script, paragraph);
    if (text.length > 90) return;
    const match = dated.exec(text);
    if (!match) return;
    const date = readDay(match[2]!);
    if (!date) return;
    const dateStart = paragraph.start + match[1]!.length;
    const dateSpan = { start: dateStart, end: paragraph.end };
    const before = match[1] === '' ? [] : organsIn(script, { start: paragraph.start, end: dateStart });
    if (match[1] !== '' && before.length === 0) return;
    const organs = before.length > 0 ? [...before] : [];
    for (let up = index - 1; up >= Math.max(0, index - 6); up--) {
      const above = organsIn(script, paragraphs[up]!);
      if (above.length === 0) break;
      organs.unshift(...above);
    }
    if (organs.length === 0) return;
    found.push({ span: { start: organs[0]!.span.start, end: paragraph.end }, organs, date, dateSpan });
  });
  return found;
}

/** The organs a line consists of; several stand apart by white space. */
export function organsIn(script: Script, span: Span): { name: string; span: Span }[] {
  if (span.end - span.start > 80) return [];
  const cuts = [span.start];
  for (let index = span.start + 1; index < span.end; index++)
    if (script.gap[index]! >= gaps.space) cuts.push(index);
  const pieces = joined(script, cuts, span.end);
  return pieces.every(({ name }) => organ.test(name) && !noOrgan.test(name)) ? pieces : [];
}

/** White space also stands inside names (市 财 政 局): a piece that is no organ yet takes the next. */
function joined(script: Script, cuts: readonly number[], end: number): { name: string; span: Span }[] {
  const pieces: { name: string; span: Span }[] = [];
  let from = cuts[0]!;
  cuts.forEach((_, index) => {
    const to = cuts[index + 1] ?? end;
    const name = printedOf(script, { start: from, end: to });
    const last = index === cuts.length - 1;
    if (!last && !organ.test(name)) return;
    pieces.push({ name, span: { start: from, end: to } });
    from = to;
  });
  return pieces;
}
