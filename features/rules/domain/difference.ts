/** One line of a difference; `gap` stands for unchanged lines left out. */
export type DifferenceLine = {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
  /** Its number before and after, from 1. */
  readonly before: number | null;
  readonly after: number | null;
};

const context = 3;

/** What differs between two texts, line by line, with a few unchanged lines around. Nothing where they are the same. */
export function difference(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  const lines = whole(before, after);
  const changed = lines.flatMap((line, at) => (line.kind === 'same' ? [] : [at]));
  if (changed.length === 0) return [];
  const near = new Set(
    changed.flatMap((at) => Array.from({ length: 2 * context + 1 }, (_, i) => at - context + i)),
  );
  return lines.flatMap((line, at) => {
    if (near.has(at)) return [line];
    const opens = at === 0 || near.has(at - 1);
    return opens ? [{ kind: 'gap' as const, text: '', before: null, after: null }] : [];
  });
}

export function linesOf(text: string | null): string[] {
  return text === null || text === '' ? [] : text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
}

function whole(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const same = (at: number, to: number): DifferenceLine => ({
    ...{ kind: 'same', text: before[at] ?? '' },
    ...{ before: at + 1, after: to + 1 },
  });
  const shift = after.length - before.length;
  return [
    ...before.slice(0, start).map((_, at) => same(at, at)),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end), start),
    ...before.slice(before.length - end).map((_, i) => {
      const at = before.length - end + i;
      return same(at, at + shift);
    }),
  ];
}

/** Beyond this many comparisons two texts are told as one that goes and one that comes. */
const mostCompared = 4_000_000;

/** By the longest common subsequence; what is removed stands before what is added. */
function between(before: readonly string[], after: readonly string[], start: number): DifferenceLine[] {
  const common = before.length * after.length > mostCompared ? () => 0 : commonLengths(before, after);
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const at = { before: start + i + 1, after: start + j + 1 };
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ kind: 'same', text: before[i] ?? '', ...at });
      i += 1;
      j += 1;
    } else if (i < before.length && (j === after.length || common(i + 1, j) >= common(i, j + 1))) {
      lines.push({ kind: 'removed', text: before[i] ?? '', before: at.before, after: null });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: after[j] ?? '', before: null, after: at.after });
      j += 1;
    }
  }
  return lines;
}

/** How many lines two rests have in common. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): (i: number, j: number) => number {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [down, right] = [table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0];
      const diagonal = (table[(i + 1) * width + j + 1] ?? 0) + 1;
      table[i * width + j] = before[i] === after[j] ? diagonal : Math.max(down, right);
    }
  }
  return (i, j) => table[i * width + j] ?? 0;
}
