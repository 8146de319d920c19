import { fenPer, type MoneyUnit } from '#kernel/money';

/** Fen in a unit, exactly, without trailing zeros: 123456789 fen in 万元 is 123.456789. */
export function moneyText(fen: bigint, unit: MoneyUnit): string {
  const per = fenPer(unit);
  const size = fen < 0n ? -fen : fen;
  const rest = (size % per)
    .toString()
    .padStart(per.toString().length - 1, '0')
    .replace(/0+$/, '');
  return `${fen < 0n ? '-' : ''}${size / per}${rest === '' ? '' : `.${rest}`}`;
}
