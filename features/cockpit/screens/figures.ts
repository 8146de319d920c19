import { formatMoney } from '#kernel/money';

/** 亿元 with two decimals; the unit stands in the heading. */
export function yi(fen: string | null | undefined): string {
  return fen === null || fen === undefined ? '—' : formatMoney(BigInt(fen), '亿元');
}

export function percent(text: string | null): string {
  return text === null ? '—' : `${text}%`;
}

export function signed(n: number): string {
  return n > 0 ? `+${n}` : `−${-n}`;
}
