import type { PlainDate } from '#kernel/plain-date';
import { deadlinesIn } from './deadline.ts';
import type { Script, Span } from './script.ts';

/** 完成时限：2025年6月底, as a line or a bracket says it of a whole measure. */
export type TermLabel = { readonly span: Span; readonly date: PlainDate | null; readonly text: string };

const label =
  /(?:完成|办理|办结|落实|实施|推进|工作)?(?:时限|时间节点|期限|时间(?:要求|安排)?)：([^。；）】〕]{2,30})/g;

export function termLabels(script: Script, span: Span, year: number): TermLabel[] {
  const text = script.plain.slice(span.start, span.end);
  return [...text.matchAll(label)].map((match) => {
    const start = span.start + match.index;
    const said = match[1]!;
    const due = deadlinesIn(said, year).find(({ date }) => date !== null);
    return {
      span: { start, end: start + match[0].length },
      date: due?.date ?? null,
      text: due ? said.slice(due.start, due.end) : said,
    };
  });
}
