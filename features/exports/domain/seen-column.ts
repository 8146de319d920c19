export type SeenColumn =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' | 'percent'; readonly digits: number };

const number = /^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d+(\.\d+)?$/;
const percent = /^-?\d+(\.\d+)?%$/;

/** Cells that say there is nothing. */
export function isBlank(text: string): boolean {
  return /^[—–-]?$/.test(text.trim());
}

/** What a column is, by its cells: numbers or percentages only where every cell reads as one or says nothing. */
export function kindOf(cells: readonly string[], isNumber: boolean): SeenColumn {
  const said = cells.map((cell) => cell.trim()).filter((cell) => !isBlank(cell));
  if (!isNumber || said.length === 0) return { kind: 'text' };
  if (said.every((cell) => number.test(cell))) return { kind: 'number', digits: mostDigits(said) };
  if (said.every((cell) => percent.test(cell))) return { kind: 'percent', digits: mostDigits(said) };
  return { kind: 'text' };
}

function mostDigits(cells: readonly string[]): number {
  return Math.max(...cells.map((cell) => cell.replace('%', '').split('.')[1]?.length ?? 0));
}

/** A percentage as the share it stands for. */
export function numberOf(text: string): number | undefined {
  if (isBlank(text)) return undefined;
  const plain = text.trim().replaceAll(',', '');
  return Number(plain.endsWith('%') ? `${plain.slice(0, -1)}e-2` : plain);
}
