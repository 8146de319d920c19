import type { Cell } from '#sheets';
import { spelling, withPlainDashes } from './spelling.ts';

export type CodeRead = {
  readonly code: string | null;
  readonly problem?: 'code-malformed' | 'code-normalised' | 'cell-error';
};

const shape = /^(\d{2})(0[1-9]|1[0-2])[-_./·]?(\d{6})[-_./·]?(\d{2})[-_./·]?(\d{2})[-_./·]?(\d{6})$/;

/**
 * The national investment project code, YYMM-RRRRRR-DD-TT-NNNNNN. The last digit is not checked: the rule for it is
 * not published. A code kept as a number has lost its last digits and cannot be restored.
 */
export function readCode(cell: Cell | undefined, noCode: (text: string) => boolean): CodeRead {
  if (!cell || cell.kind === 'blank') return { code: null };
  if (cell.kind === 'error') return { code: null, problem: 'cell-error' };
  if (cell.kind !== 'text') return { code: null, problem: 'code-malformed' };
  const text = spelling(cell.text);
  if (text === '' || noCode(text)) return { code: null };
  const parts = shape.exec(withPlainDashes(text));
  if (!parts) return { code: null, problem: 'code-malformed' };
  const [, year, month, region, department, kind, number] = parts;
  const code = `${year}${month}-${region}-${department}-${kind}-${number}`;
  return code === cell.text.trim() ? { code } : { code, problem: 'code-normalised' };
}
