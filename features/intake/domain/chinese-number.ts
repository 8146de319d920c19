const digits = '零一二三四五六七八九';

/** 一 → 1, 十 → 10, 十二 → 12, 二十三 → 23; Arabic digits as they are. Up to 99. */
export function chineseNumber(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text.replaceAll('两', '二'));
  if (!parts || text === '') return undefined;
  const [tens, ten, ones] = [
    digits.indexOf(parts[1] || '零'),
    parts[2] !== '',
    digits.indexOf(parts[3] || '零'),
  ];
  if (!ten) return parts[1] !== '' && parts[3] !== '' ? undefined : tens + ones;
  return (parts[1] === '' ? 1 : tens) * 10 + ones;
}
