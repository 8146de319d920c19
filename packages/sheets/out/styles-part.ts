import { xmlAttribute } from './xml-text.ts';

/** Cell styles by number: those every table has, then one per number format met. */
export const style = { plain: 0, title: 1, note: 2, header: 3, text: 4, guarded: 5 } as const;

const firstFormat = 6;

type Look = { readonly format: string; readonly entry: boolean };

export type StyleBook = { readonly looks: Look[] };

/** Text as a format: what is typed into the cell stays as it is. */
export const textFormat = '@';

export function styleFor(book: StyleBook, format: string, entry = false): number {
  const known = book.looks.findIndex((look) => look.format === format && look.entry === entry);
  return firstFormat + (known >= 0 ? known : book.looks.push({ format, entry }) - 1);
}

/** Fonts by name only: whoever opens the table has them or a stand-in. */
export function stylesPart(book: StyleBook): string {
  const formats = book.looks.map(
    ({ format }, index) => `<numFmt numFmtId="${164 + index}" formatCode="${xmlAttribute(format)}"/>`,
  );
  const side = (name: string) => `<${name} style="thin"><color rgb="FFB8C0CA"/></${name}>`;
  const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
  const font = (size: number, bold = '') =>
    `<font>${bold}<sz val="${size}"/><color rgb="FF1B2430"/><name val="宋体"/></font>`;
  const solid = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
  const wrapped = (where: string) => `<alignment ${where} vertical="center" wrapText="1"/>`;
  const body = (format: number, inner: string, entry = false, more = '') =>
    `<xf numFmtId="${format}" fontId="0" fillId="${entry ? 3 : 0}" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"${entry ? ' applyFill="1" applyProtection="1"' : ''}${more}>${inner}${entry ? '<protection locked="0"/>' : ''}</xf>`;
  const xfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${wrapped('horizontal="center"')}</xf>`,
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${wrapped('horizontal="right"')}</xf>`,
    `<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrapped('horizontal="center"')}</xf>`,
    body(49, wrapped('horizontal="left"')),
    body(49, wrapped('horizontal="left"'), false, ' quotePrefix="1"'),
    ...book.looks.map(({ format, entry }, index) => {
      const text = format === textFormat;
      const alignment = text ? wrapped('horizontal="left"') : '<alignment vertical="center"/>';
      return body(text ? 49 : 164 + index, alignment, entry);
    }),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
    `<fonts count="3">${font(11)}${font(11, '<b/>')}${font(16, '<b/>')}</fonts>`,
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    `${solid('FFEEF1F4')}${solid('FFFFFBE6')}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
