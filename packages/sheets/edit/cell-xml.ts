import { daysBetween } from '#kernel/plain-date';
import { xmlAttribute, xmlText } from '../out/xml-text.ts';
import type { Style } from '../xlsx/styles.ts';
import type { FillValue } from './fill.ts';

/** What cells of one workbook are written by. */
export type CellLooks = { readonly styles: readonly Style[]; readonly date1904: boolean };

export type CellPlace = {
  readonly ref: string;
  /** The number of its style, as the file writes it. */
  readonly style: string | undefined;
  /** The namespace prefix the sheet's elements bear, with its colon. */
  readonly prefix: string;
};

/** The element of a cell with its new value, in its old style. */
export function cellXml({ ref, style, prefix }: CellPlace, value: FillValue, looks: CellLooks): string {
  const look = style === undefined ? '' : ` s="${xmlAttribute(style)}"`;
  const name = `${prefix}c`;
  const open = `<${name} r="${ref}"${look}`;
  const number = (literal: string) => `${open}><${prefix}v>${xmlText(literal)}</${prefix}v></${name}>`;
  const words = (text: string) =>
    `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is></${name}>`;
  if (value.kind === 'blank') return `${open}/>`;
  if (value.kind === 'number') return number(value.literal);
  if (value.kind === 'text') return value.text === '' ? `${open}/>` : words(value.text);
  const isDate = looks.styles[Number(style ?? 0)]?.date === true;
  return isDate ? number(String(serialOf(value.day, looks.date1904))) : words(value.day);
}

function serialOf(day: string, date1904: boolean): number {
  return daysBetween(date1904 ? '1904-01-01' : '1899-12-30', day as `${number}-${number}-${number}`);
}
