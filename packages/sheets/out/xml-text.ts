const longest = 32_767;

/** Text as XML: what XML cannot hold is left out, what a cell cannot hold is cut off. */
export function xmlText(text: string): string {
  let clean = text.length > longest ? text.slice(0, longest) : text;
  if (/[^\n\t -%'-;=?-\ud7ff]/.test(clean)) {
    clean = clean
      .toWellFormed()
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/\r\n?/g, '\n')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;');
  }
  return clean.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
}

export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}
