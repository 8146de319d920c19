const pattern = /^[+(]?\d[\d\s()-]{4,22}\d$/;

export function isPhone(text: string): boolean {
  return pattern.test(text);
}

/** How a number is kept to find it again: digits, without the country's own prefix. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
}
