const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百二十三 is 123, 二十 is 20, 十二 is 12; digit by digit 二〇二四 is 2024. */
export function numeral(text: string): number | undefined {
  if (/^[0-9]+$/.test(text)) return Number(text);
  if (text.length > 1 && [...text].every((char) => char in digits))
    return [...text].reduce((sum, char) => sum * 10 + digits[char]!, 0);
  let sum = 0;
  let digit: number | undefined;
  for (const char of text) {
    const place = places[char];
    if (place !== undefined) {
      sum += (digit ?? 1) * place;
      digit = undefined;
    } else if (char in digits) digit = digits[char];
    else return undefined;
  }
  return text === '' ? undefined : sum + (digit ?? 0);
}

/** A pattern of Chinese numerals up to the hundreds. */
export const numerals = '[一二三四五六七八九十百零〇]{1,6}';
