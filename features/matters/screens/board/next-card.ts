export type Place = { readonly column: number; readonly at: number };

/** Where an arrow key leads on a board of columns of these sizes; columns without cards are passed over. */
export function nextCard(sizes: readonly number[], { column, at }: Place, key: string): Place | undefined {
  const size = sizes[column];
  if (size === undefined || at < 0) return undefined;
  if (key === 'ArrowDown') return at + 1 < size ? { column, at: at + 1 } : undefined;
  if (key === 'ArrowUp') return at > 0 ? { column, at: at - 1 } : undefined;
  if (key === 'Home') return { column, at: 0 };
  if (key === 'End') return { column, at: size - 1 };
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  for (let next = column + step; next >= 0 && next < sizes.length; next += step) {
    const found = sizes[next] ?? 0;
    if (found > 0) return { column: next, at: Math.min(at, found - 1) };
  }
  return undefined;
}
