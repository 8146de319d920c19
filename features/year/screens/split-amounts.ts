import type { OutputOf } from '#http/client';
import type { structureBasis } from '../contract.ts';
import { quantityName } from '../texts.ts';

const keys = [
  ...(['total', 'doneBefore', 'planYear'] as const),
  ...Array.from({ length: 12 }, (_, at) => `month-${at + 1}` as const),
  'reported' as const,
];

export const quantityRows = keys.map((key) => ({ key, name: quantityName(key) }));

type Amounts = Readonly<Record<string, bigint | null>>;

/** What must be divided, by quantity. */
export function wholeOf(basis: OutputOf<typeof structureBasis>): Amounts {
  const fen = (text: string | null | undefined) =>
    text === null || text === undefined ? null : BigInt(text);
  return {
    total: fen(basis.totalFen),
    doneBefore: fen(basis.doneBeforeFen),
    planYear: fen(basis.planYearFen),
    ...Object.fromEntries(basis.monthsFen.map((text, at) => [`month-${at + 1}`, fen(text)])),
    reported: fen(basis.reportedFen),
  };
}

/**
 * The first part gets its percentage, the others the rest in even parts; whole fen, the last takes what is left. The
 * year of each part is the sum of its months where the months of the whole sum to its year.
 */
export function shareOut(whole: Amounts, parts: number, percent: number): Record<string, bigint | null>[] {
  const shares: Record<string, bigint | null>[] = Array.from({ length: parts }, () => ({}));
  const others = BigInt(parts - 1);
  const put = (key: string, amounts: readonly (bigint | null)[]) => {
    for (const [at, share] of shares.entries()) share[key] = amounts[at] ?? null;
  };
  const divide = (fen: bigint | null): (bigint | null)[] => {
    if (fen === null) return shares.map(() => null);
    const first = (fen * BigInt(percent)) / 100n;
    const each = (fen - first) / others;
    return shares.map((_, at) => {
      if (at === 0) return first;
      return at === parts - 1 ? fen - first - each * (others - 1n) : each;
    });
  };
  for (const { key } of quantityRows) put(key, divide(whole[key] ?? null));
  const months = keys.filter((key) => key.startsWith('month-'));
  const sum = (of: Amounts) => months.reduce((all, key) => all + (of[key] ?? 0n), 0n);
  if (whole['planYear'] !== null && whole['planYear'] === sum(whole))
    put(
      'planYear',
      shares.map((share) => sum(share)),
    );
  return shares;
}
