import { readWorkbook } from '#sheets';

export type SideName = 'east' | 'west';

/** Amounts that no sum of others gives by chance, one per side, and their halves. */
const amounts: Readonly<Record<SideName, readonly [bigint, bigint]>> = {
  east: [626_626_626_626n, 313_313_313_313n],
  west: [862_862_862_862n, 431_431_431_431n],
};

/** All that lies under the scope of a side carries its mark: words, telephone numbers, amounts. */
export function marksOf(side: SideName) {
  const [fen, halfFen] = amounts[side];
  const east = side === 'east';
  return {
    word: (about: string) => `暗记${east ? '东江' : '西江'}${about}`,
    phone: (n: number) => `${east ? '1381357' : '1392468'}${String(n).padStart(4, '0')}`,
    fen,
    halfFen,
    totalFen: fen + 9_000_000_000_000n,
  };
}

/** What of a side's details a text tells; empty where it tells none. */
export function tellsOf(side: SideName, text: string): string[] {
  const marks = marksOf(side);
  const words = [marks.word(''), marks.phone(0).slice(0, 7)];
  const found = words.filter((word) => text.includes(word));
  for (const fen of [marks.fen, marks.halfFen]) {
    const digits = fen.toString();
    const [whole, part] = [digits.slice(0, 6), digits.slice(6, 8)];
    const spellings = [digits, `${whole}.${part}`, `${whole.slice(0, 3)},${whole.slice(3)}.${part}`];
    found.push(...spellings.filter((spelling) => text.includes(spelling)));
  }
  return found;
}

/** An answer as plain text: of a workbook the values of its cells. */
export async function plainText(bytes: Uint8Array, contentType: string): Promise<string> {
  if (!contentType.includes('spreadsheet')) return new TextDecoder().decode(bytes);
  const { sheets } = await readWorkbook(bytes, { name: '下载.xlsx' });
  const cells = sheets.flatMap((sheet) => [...sheet.rows.values()].flatMap((row) => [...row.cells.values()]));
  return cells.map((cell) => cell.text).join('\n');
}
