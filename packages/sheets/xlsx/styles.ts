import { ensure } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { type Archive, unpack } from './archive.ts';
import { builtInFormat, isDateFormat } from './date-format.ts';
import { readXml } from './parse-xml.ts';
import { isOff } from './rich-text.ts';

/** What a cell's style says about its value. */
export type Style = {
  readonly date: boolean;
  readonly struck: boolean;
  readonly format?: string;
};

export const plainStyle: Style = { date: false, struck: false };

/** The styles cells point to, by number. */
export async function readStyles(
  archive: Archive,
  part: string | undefined,
  limits: Limits,
): Promise<Style[]> {
  const entry = part && archive.parts.get(part);
  if (!entry) return [];
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const cells: { format: number; font: number }[] = [];
  let place = '';
  await readXml(unpack(archive, entry, limits), archive.name, {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs' || name === 'cellStyleXfs') place = name;
      else if (name === 'numFmt' && place !== 'dxfs') {
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      } else if (name === 'font' && place === 'fonts') struckFonts.push(false);
      else if (name === 'strike' && place === 'fonts')
        struckFonts[struckFonts.length - 1] = !isOff(attributes['val']);
      else if (name === 'xf' && place === 'cellXfs') {
        const most = limits.styles;
        ensure(cells.length < most, 'sheets.too_many', {
          name: archive.name,
          what: '单元格样式数',
          limit: most,
        });
        cells.push({ format: Number(attributes['numFmtId'] ?? 0), font: Number(attributes['fontId'] ?? 0) });
      }
    },
    close(name) {
      if (name === place) place = '';
    },
  });
  return cells.map(({ format, font }) =>
    styleOf(formats.get(format) ?? builtInFormat(format), struckFonts[font]),
  );
}

function styleOf(code: string | undefined, struck = false): Style {
  if (code === undefined || code === 'General') return { date: false, struck };
  return { date: isDateFormat(code), struck, format: code };
}
