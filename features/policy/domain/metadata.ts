import { dayPattern } from './date.ts';

/** What the table beside a document on a web page says of it; values as printed. */
export type Metadata = {
  readonly indexNumber?: string;
  readonly docNumber?: string;
  readonly issuer?: string;
  readonly writtenOn?: string;
  readonly publishedOn?: string;
  readonly effectiveOn?: string;
  readonly expiresOn?: string;
  readonly validity?: string;
  readonly title?: string;
};

const mark = '\\s*[:：]?\\s*(?:[•·|]\\s*)?';
const labelled = (labels: string, value: string) =>
  new RegExp(`(?:^|[\\s•·【\\[|])(?:${labels})[】\\]]?${mark}(${value})`, 'm');
const word = '[^\\s:：|]{2,40}';
const day = dayPattern;

const patterns: readonly (readonly [keyof Metadata, RegExp])[] = [
  ['indexNumber', labelled('索\\s*引\\s*号(?:码)?', '[0-9A-Za-z][0-9A-Za-z/_\\-—–.]{4,60}')],
  [
    'docNumber',
    labelled(
      '发?文\\s*(?:件)?(?:字|编)?\\s*号|文件编号|文件号',
      '[\\u4e00-\\u9fff]{2,12}\\s*[〔\\[(（【［][12]\\d{3}[〕\\])）】］]\\s*第?\\d{1,4}\\s*号',
    ),
  ],
  ['issuer', labelled('发布机构|发文机关|发文单位|制发机关|公开机构|发布单位|制定机关', word)],
  ['writtenOn', labelled('成文日期|生成日期|成文时间|发文日期|签发日期|制发日期', day)],
  ['publishedOn', labelled('发布日期|发布时间|公开日期|公布日期|发文时间|公开时间', day)],
  ['effectiveOn', labelled('实施日期|施行日期|生效日期|执行日期', day)],
  ['expiresOn', labelled('失效日期|废止日期|有效期至|截止日期', day)],
  ['validity', labelled('有\\s*效\\s*性|效力状态|时效性|文件状态|效力|有效状态', '[\\u4e00-\\u9fff]{2,6}')],
];

/** Only the text before the numbered part is looked at, where such tables stand, and a little behind it. */
export function metadataIn(text: string): Metadata {
  const found: Record<string, string> = {};
  for (const [key, pattern] of patterns) {
    const value = pattern.exec(text)?.[1];
    if (value) found[key] = value.trim();
  }
  return found;
}
