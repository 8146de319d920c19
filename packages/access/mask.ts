/** 138****5678; of a landline the last four digits are hidden. */
export function maskPhone(phone: string): string {
  const trimmed = phone.trim();
  const mobile = /^(\+?86[- ]?)?(1\d{2})[- ]?\d{4}[- ]?(\d{4})$/.exec(trimmed);
  if (mobile) return `${mobile[2]}****${mobile[3]}`;
  const digits = trimmed.replace(/\D/g, '').length;
  let shown = Math.max(0, digits - 4);
  return trimmed.replace(/\d/g, (digit) => (shown-- > 0 ? digit : '*'));
}

// Letters and digits on either side belong to a longer code, such as an identifier.
const mobiles = /(?<![0-9A-Za-z])1[3-9]\d-?\d{4}-?\d{4}(?![0-9A-Za-z])/g;
const landlines = /(?<![0-9A-Za-z-])0\d{2,3}-\d{7,8}(?![0-9A-Za-z-])/g;
const identityNumbers =
  /(?<![0-9A-Za-z])(\d{6})(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}([0-9Xx])(?![0-9A-Za-z])/g;

/** Masks every phone and identity number inside a text. */
export function maskPersonal(text: string): string {
  return text
    .replace(identityNumbers, (_all, place: string, last: string) => `${place}***********${last}`)
    .replace(mobiles, maskPhone)
    .replace(landlines, maskPhone);
}
