export type ParsedEvent = Readonly<Record<string, string>>;

/** Reads an iCalendar text back as RFC 5545 says, and throws where it is not one. */
export function parseCalendar(text: string): ParsedEvent[] {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('lines end with CRLF');
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('no calendar');
  const events: Record<string, string>[] = [];
  let within: Record<string, string> | undefined;
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no content line: ${line}`);
    if (line === 'BEGIN:VEVENT') within = {};
    else if (line === 'END:VEVENT' && within) {
      events.push(within);
      within = undefined;
    } else if (within) within[name + parameters] = name === 'URL' ? value : unescaped(value);
  }
  return events;
}

function unescaped(value: string): string {
  return value.replaceAll(/\\(\\|;|,|n|N)/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
