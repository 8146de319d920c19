const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as the clock in Beijing shows it: 2026-11-20 17:00. */
export function Instant({ at }: { readonly at: string | null | undefined }) {
  if (!at) return <span className="quiet">—</span>;
  return (
    <time dateTime={at} className="instant">
      {inShanghai.format(new Date(at))}
    </time>
  );
}
