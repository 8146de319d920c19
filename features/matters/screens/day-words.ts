const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 「11月25日 17:00」, with the year where it is not this one. The end of a day is written 24:00 of that day. */
export function instantWords(at: string, now: string): string {
  // The last instant of a day and the first of the next are the same to whoever reads it.
  const rounded = Math.round(Date.parse(at) / 1000) * 1000;
  const { hour, minute } = read(rounded);
  const isEndOfDay = hour === '00' && minute === '00';
  const { year, month, day } = read(isEndOfDay ? rounded - 1 : rounded);
  const prefix = year === read(Date.parse(now)).year ? '' : `${year}年`;
  const time = isEndOfDay ? '24:00' : `${hour}:${minute}`;
  return `${prefix}${month}月${day}日 ${time}`;
}

function read(at: number) {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value])) as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute',
    string
  >;
}

/** `2026-11-20T09:30` as a field for an instant has it, on the clock of Beijing. */
export function instantFrom(local: string): `${number}-${number}-${number}T${string}` | undefined {
  const at = Date.parse(`${local}:00+08:00`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(at)) return undefined;
  return new Date(at).toISOString() as `${number}-${number}-${number}T${string}`;
}

export function localFrom(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16);
}
