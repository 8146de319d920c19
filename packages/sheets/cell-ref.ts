const names: string[] = [''];

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const known = names[column];
  if (known !== undefined) return known;
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  if (column <= 16_384) names[column] = name;
  return name;
}

export function cellRef(row: number, column: number): string {
  return columnName(column) + row;
}

/** Reads B7, b7 or $B$7; undefined for anything else. A missing part is 0 (`B` has row 0). */
export function parseRef(ref: string): { row: number; column: number } | undefined {
  let row = 0;
  let column = 0;
  for (let i = 0; i < ref.length; i++) {
    const code = ref.charCodeAt(i);
    if (code >= 48 && code <= 57) row = row * 10 + (code - 48);
    else if (row > 0) return undefined;
    else if (code >= 65 && code <= 90) column = column * 26 + (code - 64);
    else if (code >= 97 && code <= 122) column = column * 26 + (code - 96);
    else if (code !== 36) return undefined;
    if (row > 1_048_576 || column > 16_384) return undefined;
  }
  return { row, column };
}

/** Reads A1:C3 (or a single A1) with its corners in order. */
export function parseArea(
  area: string,
): { fromRow: number; fromColumn: number; toRow: number; toColumn: number } | undefined {
  const [a, b = a] = area.split(':');
  const from = parseRef(a ?? '');
  const to = parseRef(b ?? '');
  if (!from || !to || !from.row || !to.row || !from.column || !to.column) return undefined;
  return {
    fromRow: Math.min(from.row, to.row),
    fromColumn: Math.min(from.column, to.column),
    toRow: Math.max(from.row, to.row),
    toColumn: Math.max(from.column, to.column),
  };
}
