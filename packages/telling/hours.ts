const hourMs = 3_600_000;
const offsetMs = 8 * hourMs;

/** Hours of Asia/Shanghai in which nothing leaves but what is urgent; equal hours mean none. */
export type QuietHours = { readonly quietFrom: number; readonly quietTo: number };

/** The platform's defaults (平台默认值): they hold until the account, or the channel, says otherwise. */
export const defaultHours = { quietFrom: 22, quietTo: 7, digestHour: 8 } as const;

/** When the hour next begins, at the earliest at the instant itself. */
export function nextHour(now: Date, hour: number): Date {
  const local = now.getTime() + offsetMs;
  const midnight = Math.floor(local / (24 * hourMs)) * 24 * hourMs;
  const wanted = midnight + hour * hourMs;
  return new Date((wanted < local ? wanted + 24 * hourMs : wanted) - offsetMs);
}

/** The hour of the day in Asia/Shanghai. */
function hourOf(now: Date): number {
  return Math.floor((now.getTime() + offsetMs) / hourMs) % 24;
}

/** The instant itself outside the quiet hours, their end within them. */
export function afterQuiet(now: Date, { quietFrom, quietTo }: QuietHours): Date {
  const hour = hourOf(now);
  const quiet =
    quietFrom <= quietTo ? quietFrom <= hour && hour < quietTo : hour >= quietFrom || hour < quietTo;
  return quiet ? nextHour(now, quietTo) : now;
}
