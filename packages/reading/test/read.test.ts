import { describe, expect, test } from 'vitest';
import { readDocument } from '#reading';
import { numbered, numberingPart, paragraph, wordBody, zipOf } from './hand-made.ts';

const sentence = '一、加快项目建设。责任单位：市财政局';
const wide = (text: string, mark: boolean) => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');

describe('plain text of any encoding', () => {
  // 加快建设 in GB 18030
  const gb = Buffer.from([0xbc, 0xd3, 0xbf, 0xec, 0xbd, 0xa8, 0xc9, 0xe8]);
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['UTF-8', Buffer.from(sentence), sentence],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${sentence}`), sentence],
    ['UTF-16, low byte first', wide(sentence, true), sentence],
    ['UTF-16, high byte first', wide(sentence, true).swap16(), sentence],
    [
      'UTF-16 without a mark',
      wide(`1. ${sentence}\r\n2. ${sentence}\r\n`, false),
      `1. ${sentence}\n2. ${sentence}\n`,
    ],
    ['GB 18030', gb, '加快建设'],
    ['UTF-8 cut in the middle of a character', Buffer.from(`${sentence}建`).subarray(0, -1), sentence],
  ];
  test.each(cases)('%s', async (_name, bytes, text) => {
    expect(await readDocument(bytes, 'a.txt')).toEqual({ kind: 'text', text });
  });
});

describe('a web page', () => {
  test('is read block by block, without scripts and menus, and lists show their numbers', async () => {
    const page = `<!DOCTYPE html><html><head><title>网站</title><script>var a = "<p>不读</p>";</script></head><body>
      <nav>首页</nav><h1>关于支持<br>发展的意见</h1><p>&emsp;&emsp;一、总则&nbsp;和<b>要求</b>
      在此</p><ol start="3"><li>甲项</li><li>乙项</li></ol><table><tr><td>文号</td><td>甲发〔2024〕1号</td></tr></table></body></html>`;
    const { kind, text } = await readDocument(Buffer.from(page), 'a.html');
    expect(kind).toBe('html');
    expect(text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      '关于支持',
      '发展的意见',
      '一、总则 和要求 在此',
      '3.甲项',
      '4.乙项',
      '文号 甲发〔2024〕1号',
    ]);
  });

  test('in GB 2312 says so in its head', async () => {
    const [before, after] = ['<html><head><meta charset="gb2312"></head><body><p>', '</p></body></html>'];
    const bytes = Buffer.concat([
      Buffer.from(before),
      Buffer.from([0xbd, 0xa8, 0xc9, 0xe8]),
      Buffer.from(after),
    ]);
    expect((await readDocument(bytes, 'a.htm')).text).toBe('建设');
  });
});

describe('a DOCX', () => {
  test('shows the numbers that Word counts, skips what was deleted, and keeps a row on a line', async () => {
    const body = [
      paragraph('扩大投资', numbered(3)),
      paragraph('加快开工', numbered(3, 1)),
      paragraph('加快建设', numbered(3, 1)),
      paragraph('稳定就业', numbered(3)),
      paragraph('增加岗位', numbered(3, 1)),
      '<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>增补</w:t></w:r></w:ins></w:p>',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ].join('');
    const bytes = await zipOf({ 'word/document.xml': wordBody(body), 'word/numbering.xml': numberingPart });
    const { kind, text } = await readDocument(bytes, 'a.docx');
    expect(kind).toBe('docx');
    expect(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ).toEqual([
      '一、扩大投资',
      '（一）加快开工',
      '（二）加快建设',
      '二、稳定就业',
      '（一）增加岗位',
      '保留增补',
      '甲 乙',
    ]);
  });
});
