import { type Attributes, attributeOf, type XmlHandler } from './read-xml.ts';

type Level = { readonly start: number; readonly format: string; readonly text: string };

/** Numbers that Word counts itself and that stand nowhere in the text. */
export type Numbering = {
  /** The number a paragraph of this list and level begins with; counts on. */
  next(list: string, level: number): string;
};

export function numberingReader(): { readonly handler: XmlHandler; numbering(): Numbering } {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  let abstract = '';
  let list = '';
  let level = 0;
  const change = (part: Partial<Level>) => {
    const levels = abstracts.get(abstract);
    if (!levels || list !== '') return;
    levels.set(level, { ...(levels.get(level) ?? { start: 1, format: 'decimal', text: '' }), ...part });
  };
  const open = (name: string, attributes: Attributes) => {
    const value = attributeOf(attributes, 'val') ?? '';
    switch (name) {
      case 'abstractNum':
        abstract = attributeOf(attributes, 'abstractNumId') ?? '';
        list = '';
        abstracts.set(abstract, new Map());
        break;
      case 'num':
        list = attributeOf(attributes, 'numId') ?? '';
        lists.set(list, { abstract: '', starts: new Map() });
        break;
      case 'abstractNumId':
        if (list !== '') lists.set(list, { ...lists.get(list)!, abstract: value });
        break;
      case 'lvl':
      case 'lvlOverride':
        level = Number(attributeOf(attributes, 'ilvl') ?? 0);
        break;
      case 'start':
        change({ start: Number(value) || 0 });
        break;
      case 'startOverride':
        lists.get(list)?.starts.set(level, Number(value) || 1);
        break;
      case 'numFmt':
        change({ format: value });
        break;
      case 'lvlText':
        change({ text: value });
        break;
    }
  };
  const handler: XmlHandler = { open, close: () => {}, text: () => {} };
  return { handler, numbering: () => counting(abstracts, lists) };
}

function counting(
  abstracts: ReadonlyMap<string, ReadonlyMap<number, Level>>,
  lists: ReadonlyMap<string, { readonly abstract: string; readonly starts: ReadonlyMap<number, number> }>,
): Numbering {
  const counts = new Map<string, Map<number, number>>();
  const started = new Set<string>();
  return {
    next(list, at) {
      const found = lists.get(list);
      const levels = found && abstracts.get(found.abstract);
      const own = levels?.get(at);
      if (!found || !levels || !own) return '';
      const key = found.abstract;
      const counted = counts.get(key) ?? new Map<number, number>();
      counts.set(key, counted);
      const override = found.starts.get(at);
      const restart = override !== undefined && !started.has(`${list} ${at}`);
      started.add(`${list} ${at}`);
      counted.set(at, restart ? override : (counted.get(at) ?? own.start - 1) + 1);
      for (const deeper of [...counted.keys()]) if (deeper > at) counted.delete(deeper);
      if (own.format === 'bullet' || own.format === 'none') return '';
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const of = Number(digit) - 1;
        const level = levels.get(of) ?? own;
        return written(counted.get(of) ?? level.start, of === at ? own.format : level.format);
      });
    },
  };
}

const chinese = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function written(count: number, format: string): string {
  if (/chinese|japaneseCounting|ideographDigital|taiwanese|koreanCounting/i.test(format))
    return inChinese(count);
  if (/decimalEnclosedCircle/i.test(format) && count >= 1 && count <= 20)
    return String.fromCharCode(0x245f + count);
  if (format === 'upperLetter') return String.fromCharCode(64 + count);
  if (format === 'lowerLetter') return String.fromCharCode(96 + count);
  return format === 'decimalZero' && count < 10 ? `0${count}` : String(count);
}

function inChinese(count: number): string {
  if (count < 10) return chinese[count] ?? '';
  if (count >= 100) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens > 1 ? chinese[tens] : ''}十${ones > 0 ? chinese[ones] : ''}`;
}
