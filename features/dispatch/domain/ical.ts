import type { PlainDate } from '#kernel/plain-date';

export type CalendarEvent = {
  /** The same for ever, also after the day or the name changed. */
  readonly uid: string;
  readonly day: PlainDate;
  /** HH:MM in Shanghai; without it the event takes the whole day. */
  readonly time?: string | undefined;
  readonly name: string;
  readonly note?: string | undefined;
  readonly url?: string | undefined;
  readonly cancelled?: boolean | undefined;
  /** Grows with every change. */
  readonly sequence: number;
  readonly stamp: Date;
};

const crlf = '\r\n';
const zone = 'Asia/Shanghai';

/** An iCalendar object (RFC 5545) in UTF-8. The same events give the same text. */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guatu//Dispatch//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    ...timeZone,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + crlf).join('');
}

/** One offset all the year since 1991. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function eventLines({
  uid,
  day,
  time,
  name,
  note,
  url,
  cancelled,
  sequence,
  stamp,
}: CalendarEvent): string[] {
  const date = day.replaceAll('-', '');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    time ? `DTSTART;TZID=${zone}:${date}T${time.replace(':', '')}00` : `DTSTART;VALUE=DATE:${date}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${escaped(name)}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    // A URI is no text and is not escaped.
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(time ? [] : ['TRANSP:TRANSPARENT']),
    'END:VEVENT',
  ];
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

const mostOctets = 75;

/** Lines of at most 75 octets, never cut within a character; what follows begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > mostOctets) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join(`${crlf} `);
}
