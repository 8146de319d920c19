import type { PlainDate } from '#kernel/plain-date';
import { dayPattern, type ReadDay, readDay } from './date.ts';
import { normalNumber, numbersIn } from './document-number.ts';
import type { Doubt } from './doubt.ts';
import type { Frame } from './frame.ts';
import { issuerOf } from './issuer.ts';
import { type Link, linksIn } from './measure-links.ts';
import { metadataIn } from './metadata.ts';
import type { PolicyHead } from './policy-document.ts';
import { matchesIn, type Place, paragraphsOf, placeOf, plainOf, type Script, type Span } from './script.ts';
import { titleOf } from './title.ts';
import { validityOf } from './validity.ts';

export type ReadHead = {
  readonly head: Omit<PolicyHead, 'closing'>;
  readonly doubts: readonly Doubt[];
};

/** Title, number, issuer, dates and standing of a document, with what does not fit together. */
export function headOf(script: Script, frame: Frame, text: string, sourceFile: string): ReadHead {
  const doubts: Doubt[] = [];
  const whole = { start: 0, end: script.plain.length };
  const start = { start: 0, end: Math.min(1, whole.end) };
  const nowhere = placeOf(script, start);
  const bodyAt = frame.head.end < whole.end ? script.at[frame.head.end]! : text.length;
  const metadata = metadataIn(`${text.slice(0, bodyAt)}\n${text.slice(-600)}`);
  const title = titleOf(
    script,
    frame.head,
    frame.signatures.map(({ span }) => span),
  );
  const signature = frame.signatures.find(({ span }) => !/印发$/.test(plainOf(script, span)));
  const issuer = issuerOf(signature, title, metadata);
  const number = ownNumber(script, frame, metadata.docNumber);
  const places: Record<string, Place> = {};
  const note = (key: string, span: Span | undefined) => {
    if (span) places[key] = placeOf(script, span);
  };
  note('title', title?.span);
  note('docNumber', number?.span);
  note('issuer', issuer?.span);

  const day = (read: ReadDay | undefined, span: Span, what: string): PlainDate | undefined => {
    if (read && 'impossible' in read)
      doubts.push({
        place: placeOf(script, span),
        kind: 'date-impossible',
        text: `${what}“${read.impossible}”不是有效日期，没有采用，请核对原件`,
      });
    return read && 'day' in read ? read.day : undefined;
  };
  const paged = (value: string | undefined, what: string) =>
    value ? day(readDay(value), start, what) : undefined;
  const signedOn = signature ? day(signature.date, signature.dateSpan, '落款日期') : undefined;
  const writtenOn = paged(metadata.writtenOn, '页面成文日期');
  const publishedOn = paged(metadata.publishedOn, '页面发布日期');
  const lone = signedOn || signature ? undefined : loneDate(script, frame);
  const issueDate = signedOn ?? lone?.day ?? (signature ? undefined : writtenOn);
  note('issueDate', signedOn ? signature!.dateSpan : lone?.span);
  if (signedOn && writtenOn && signedOn !== writtenOn)
    doubts.push({
      place: placeOf(script, signature!.dateSpan),
      kind: 'date-conflict',
      text: `落款日期为${signedOn}，页面成文日期为${writtenOn}，两者不一致；已采用落款日期，请核对`,
    });
  if (signedOn && publishedOn && publishedOn < signedOn)
    doubts.push({
      place: placeOf(script, signature!.dateSpan),
      kind: 'date-conflict',
      text: `发布日期${publishedOn}早于落款日期${signedOn}，请核对`,
    });
  const printed = matchesIn(script, whole, new RegExp(`(${dayPattern})印发`, 'g')).at(-1);
  const printDate = printed ? day(readDay(printed.match[1]!), printed.span, '印发日期') : undefined;
  const validity = validityOf(script, { start: frame.head.start, end: whole.end }, issueDate);
  for (const one of validity.impossible)
    doubts.push({
      place: placeOf(script, one.span),
      kind: 'date-impossible',
      text: `“${one.text}”不是有效日期，没有采用，请核对原件`,
    });
  const effectiveDate = validity.effectiveDate ?? paged(metadata.effectiveOn, '页面实施日期');
  const expiryDate = validity.expiryDate ?? paged(metadata.expiresOn, '页面失效日期');
  note('effectiveDate', validity.effectiveDate ? validity.span : undefined);
  if (effectiveDate && expiryDate && expiryDate < effectiveDate)
    doubts.push({
      place: validity.span ? placeOf(script, validity.span) : nowhere,
      kind: 'date-conflict',
      text: `失效日期${expiryDate}早于施行日期${effectiveDate}，请核对`,
    });

  const top = plainOf(script, {
    start: 0,
    end: Math.min(whole.end, (title?.span.end ?? frame.head.end) + 30),
  });
  const draft = /征求意见稿|送审稿|讨论稿|草案|审议稿|公开征求意见|代拟稿|初稿/.exec(top);
  const repealed = /(?:已|现已|全文)(?:废止|失效)|【(?:废止|失效)】|（(?:已)?(?:废止|失效)）/.exec(
    plainOf(script, { start: 0, end: frame.head.end }),
  );
  const gone = repealed || /废止|失效|无效/.test(metadata.validity ?? '');
  if (draft)
    doubts.push({
      place: placeOf(script, { start: draft.index, end: draft.index + draft[0].length }),
      kind: 'draft',
      text: `这是“${draft[0]}”，还不是印发的文件，请等正式文件印发后再登记措施`,
    });
  if (gone)
    doubts.push({
      place: repealed
        ? placeOf(script, { start: repealed.index, end: repealed.index + repealed[0].length })
        : nowhere,
      kind: 'repealed',
      text: '页面注明本文件已废止或失效，请确认是否仍要登记',
    });
  if (!title) doubts.push({ place: nowhere, kind: 'no-title', text: '没有找到文件标题，请补填' });
  if (!number) doubts.push({ place: nowhere, kind: 'no-number', text: '没有找到本文件的文号，请补填' });
  if (!issuer) doubts.push({ place: nowhere, kind: 'no-issuer', text: '没有找到发文机关，请补填' });
  if (!issueDate) doubts.push({ place: nowhere, kind: 'no-date', text: '没有找到落款或成文日期，请补填' });

  const normal = number ? normalNumber(number.printed) : undefined;
  const head = {
    key: normal ?? sourceFile.replace(/\.[^.]+$/, ''),
    title: title?.text ?? null,
    docNumber: number?.printed ?? null,
    ...(normal && normal !== number?.printed ? { docNumberNormalized: normal } : {}),
    issuer: issuer ? issuer.names.join('、') : null,
    ...(issuer && issuer.names.length > 1 ? { issuers: issuer.names } : {}),
    issueDate: issueDate ?? null,
    ...((publishedOn ?? laterWritten(signedOn, writtenOn)) ? { publishDate: publishedOn ?? writtenOn! } : {}),
    ...(printDate ? { printDate } : {}),
    ...(effectiveDate ? { effectiveDate } : {}),
    ...(expiryDate ? { expiryDate } : {}),
    ...(metadata.indexNumber ? { indexNumber: metadata.indexNumber } : {}),
    ...(metadata.validity ? { validity: metadata.validity } : {}),
    ...(draft ? { status: 'draft' as const } : gone ? { status: 'repealed' as const } : {}),
    links: prefaceLinks(script, frame, title?.text),
    sourceFile,
    places,
  };
  return { head, doubts };
}

const laterWritten = (signed: PlainDate | undefined, written: PlainDate | undefined) =>
  signed !== undefined && written !== undefined && written > signed;

/** The number that stands by itself, or that the page gives; not one of a document that is quoted. */
function ownNumber(
  script: Script,
  frame: Frame,
  paged: string | undefined,
): { printed: string; span: Span | undefined } | undefined {
  const head = { start: 0, end: frame.head.end };
  const found = numbersIn(script, { start: 0, end: script.plain.length });
  const bare = paged?.replace(/\s/g, '');
  if (bare) {
    const same = found.find(({ printed }) => normalNumber(printed) === normalNumber(bare));
    return { printed: same?.printed ?? bare, span: same?.span };
  }
  const alone = found.find(({ span }) => standsAlone(script, span) && span.start < head.end);
  if (alone) return alone;
  const under = found.find(
    ({ span }) =>
      span.start < head.end &&
      /[（(]/.test(script.plain[span.start - 1] ?? '') &&
      script.gap[span.start - 1]! >= 2,
  );
  if (under) return under;
  const free = found.find(
    ({ span }) => span.start < head.end && !/[（(〔【》]/.test(script.plain[span.start - 1] ?? ''),
  );
  const quoted = free && script.plain.slice(Math.max(0, free.span.start - 2), free.span.start).includes('》');
  return free && !quoted ? free : found.find(({ span }) => standsAlone(script, span));
}

function standsAlone(script: Script, { start, end }: Span): boolean {
  return script.gap[start]! >= 1 && (end >= script.plain.length || script.gap[end]! >= 1);
}

/** A day that stands by itself under the title or at the end, where nobody signed: （2024年3月1日）. */
function loneDate(script: Script, frame: Frame): { day: PlainDate; span: Span } | undefined {
  const paragraphs = paragraphsOf(script, { start: 0, end: script.plain.length });
  const alone = new RegExp(
    `^（?(${dayPattern})(?:公布|发布|印发)?）?$|^（[^（）]*?(${dayPattern})[^（）]*?(?:公布|发布|印发|通过|施行)[^（）]*）$`,
  );
  for (const span of [...paragraphs].reverse()) {
    if (span.start > frame.head.end && span.start < frame.body.end) continue;
    const found = span.end - span.start < 60 ? alone.exec(plainOf(script, span)) : undefined;
    const read = found ? readDay((found[1] ?? found[2])!) : undefined;
    if (read && 'day' in read) return { day: read.day, span };
  }
  return undefined;
}

/** Documents named before the first number; the one that is issued is not among them. */
function prefaceLinks(script: Script, frame: Frame, title: string | undefined): Link[] {
  const own = (link: Link) => title !== undefined && link.title.replace(/\s/g, '') === title;
  return linksIn(script, frame.head).filter((link) => !own(link));
}
