import type { Cell } from '#sheets';
import { spelling } from './spelling.ts';

export type CreditCodeRead = {
  readonly uscc: string | null;
  readonly problem?: 'uscc-check' | 'uscc-malformed' | 'cell-error';
};

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The unified social credit code of GB 32100: 18 characters without I, O, S, V and Z, the last one a check. */
export function readCreditCode(cell: Cell | undefined, isEmpty: (text: string) => boolean): CreditCodeRead {
  if (!cell || cell.kind === 'blank') return { uscc: null };
  if (cell.kind === 'error') return { uscc: null, problem: 'cell-error' };
  const uscc = spelling(cell.kind === 'number' ? (cell.rawNumber ?? cell.text) : cell.text).toUpperCase();
  if (uscc === '' || isEmpty(uscc)) return { uscc: null };
  const values = [...uscc].map((letter) => letters.indexOf(letter));
  if (values.length !== 18 || values.includes(-1) || cell.kind === 'number') {
    return { uscc: null, problem: 'uscc-malformed' };
  }
  return values[17] === checkOf(values) ? { uscc } : { uscc, problem: 'uscc-check' };
}

function checkOf(values: readonly number[]): number {
  let sum = 0;
  let weight = 1;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31;
}
