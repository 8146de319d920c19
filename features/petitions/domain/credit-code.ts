const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code with its check symbol (GB 32100-2015: weights are powers of 3 modulo 31). */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  let [sum, weight] = [0, 1];
  for (const symbol of text.slice(0, 17)) {
    sum += symbols.indexOf(symbol) * weight;
    weight = (weight * 3) % 31;
  }
  return symbols[(31 - (sum % 31)) % 31] === text[17];
}
