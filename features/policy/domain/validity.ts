import { addDays, addMonths, type PlainDate } from '#kernel/plain-date';
import { dayPattern, readDay } from './date.ts';
import { numeral } from './numeral.ts';
import { matchesIn, type Script, type Span } from './script.ts';

export type Validity = {
  readonly effectiveDate?: PlainDate;
  readonly expiryDate?: PlainDate;
  /** Where either is said. */
  readonly span?: Span;
  /** Days in these sentences that do not exist. */
  readonly impossible: readonly { readonly text: string; readonly span: Span }[];
};

const self = '(?:本|以上|上述)[^，。；]{1,16}';
const from = new RegExp(
  `(?:${self}|^|[。，；])自(${dayPattern}|印发之日|发布之日|公布之日|下发之日|发文之日)(?:起)?(?:(\\d{1,3})日后)?(?:正式)?(?:起)?(?:施行|实施|执行|生效|试行)`,
  'g',
);
const until = new RegExp(
  `(?:有效期(?:限)?|执行|施行|实施|试行)?[^，。；]{0,4}(?:至|到|截至|截止到?)(${dayPattern})(?:止|有效|底|为止)?`,
  'g',
);
const years =
  /有效期(?:限)?(?:为|是|暂定|：)?(\d{1,2}|[一二两三四五六七八九十]{1,2})(个月|年)|(?:试行|执行|施行|实施)(?:期限?|时间)?(?:为|暂定)?(\d{1,2}|[一二两三四五六七八九十]{1,2})(个月|年)(?=[，。；])/g;

/** From when and until when a document holds, as it says itself. */
export function validityOf(script: Script, span: Span, issuedOn: PlainDate | undefined): Validity {
  const impossible: { text: string; span: Span }[] = [];
  const dayOf = (text: string, where: Span): PlainDate | undefined => {
    const read = readDay(text);
    if (read && 'impossible' in read) impossible.push({ text: read.impossible, span: where });
    return read && 'day' in read ? read.day : undefined;
  };
  const start = matchesIn(script, span, from)[0];
  const begun = start
    ? /之日/.test(start.match[1]!)
      ? issuedOn
      : dayOf(start.match[1]!, start.span)
    : undefined;
  const delay = Number(start?.match[2] ?? 0);
  const effectiveDate = begun && delay > 0 ? addDays(begun, delay) : begun;
  const near = start ? { start: start.span.start, end: Math.min(span.end, start.span.end + 80) } : span;
  const end = matchesIn(script, near, until).find(
    ({ match }) => start !== undefined || /有效期|试行|执行至/.test(match[0]),
  );
  const term = matchesIn(script, near, years)[0];
  const expiryDate = end
    ? dayOf(end.match[1]!, end.span)
    : term && effectiveDate
      ? lastDay(effectiveDate, term.match[1] ?? term.match[3]!, term.match[2] ?? term.match[4]!)
      : undefined;
  const where = start?.span ?? end?.span ?? term?.span;
  return {
    ...(effectiveDate ? { effectiveDate } : {}),
    ...(expiryDate ? { expiryDate } : {}),
    ...(where ? { span: where } : {}),
    impossible,
  };
}

function lastDay(from: PlainDate, count: string, unit: string): PlainDate | undefined {
  const number = numeral(count.replace('两', '二'));
  return number ? addDays(addMonths(from, unit === '年' ? number * 12 : number), -1) : undefined;
}
