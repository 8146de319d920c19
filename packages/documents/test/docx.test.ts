import { describe, expect, test } from 'vitest';
import { renderDocx } from '../index.ts';
import { aDocument } from './support/a-document.ts';
import { partsOf } from './support/parts-of.ts';

describe('the DOCX', () => {
  test('has the page, the grid of 22 lines and 28 characters, and the typefaces by their names', async () => {
    const parts = await partsOf(await renderDocx(aDocument({ mark: '送审稿' })));
    const body = parts.get('word/document.xml')!;
    expect(body).toContain('w:w="11906" w:h="16838"');
    expect(body).toMatch(/w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toMatch(/<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-8\d\d"\/>/);
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"');
    expect(body).toContain('w:eastAsia="方正小标宋简体"');
    const heads = [...parts].filter(([name]) => /header\d\.xml$/.test(name));
    expect(heads).toHaveLength(2);
    for (const [, xml] of heads) expect(xml).toContain('送审稿');
    const feet = [...parts].filter(([name]) => /footer\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(feet.map((xml) => /w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right']);
    expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders');
  });

  test('says head, body, attachments, signature, note and imprint in their order', async () => {
    const document = aDocument({
      head: { mark: '市重点项目情况通报', issue: '第5期', left: '市发展改革委', right: '2023年6月12日' },
      to: '各地区',
      body: [
        { kind: 'heading', level: 1, text: '总体' },
        { kind: 'table', columns: [{ title: '地区' }, { title: '个数' }], rows: [['金山', '3']] },
      ],
      attachments: ['名单甲', '名单乙'],
      signature: { issuer: '市发展改革委', date: '2023年6月12日' },
      note: '此件不公开',
      copies: '市委办公室',
      printed: { office: '市发展改革委办公室', date: '2023年6月12日' },
    });
    const body = (await partsOf(await renderDocx(document))).get('word/document.xml')!;
    const said = [...body.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('|');
    const order = [
      ...['市重点项目情况通报', '第5期', '关于推进情况的通报', '各地区：', '一、总体', '金山'],
      ...['附件：1.名单甲', '2.名单乙', '（此件不公开）', '抄送：市委办公室。', '印发'],
    ];
    const places = order.map((text) => said.indexOf(text));
    expect(places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!))).toBe(true);
  });
});
