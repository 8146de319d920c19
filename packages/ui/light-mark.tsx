import { type Light, lightNames } from '#kernel/light';

/** A light is always colour, shape and word; the shape is drawn by the style. `null`: the dimension does not apply. */
export function LightMark({ light }: { readonly light: Light | null }) {
  if (light === null) return <span className="light light-none">不适用</span>;
  return <span className={`light light-${light}`}>{lightNames[light]}</span>;
}

/** Counts of lights in one line, in the order in which they ask for attention. */
export function LightCounts({ counts }: { readonly counts: Readonly<Partial<Record<Light, number>>> }) {
  const order: readonly Light[] = ['red', 'yellow', 'grey', 'green'];
  return (
    <span style={{ display: 'inline-flex', gap: 4, flexWrap: 'wrap' }}>
      {order.map((light) => (
        <span key={light} className={`light light-${light}`}>
          {lightNames[light]} {counts[light] ?? 0}
        </span>
      ))}
    </span>
  );
}
