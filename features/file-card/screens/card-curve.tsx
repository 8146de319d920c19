import type { FileCardView } from '../contract.ts';

const [width, height, bottom] = [1000, 200, 30];

/** Planned: a thin line. Done: a filled area. */
export function CardCurve({ curve }: { readonly curve: NonNullable<FileCardView['curve']> }) {
  const x = (at: number) => (width * (at + 1)) / 12.4;
  const y = (share: number) => (height - bottom) * (1 - share) + 2;
  const points = (shares: readonly (number | null)[]) =>
    shares.flatMap((share, at) => (share === null ? [] : [`${x(at).toFixed(1)},${y(share).toFixed(1)}`]));
  const done = points(curve.done);
  const last = curve.done.findLastIndex((share) => share !== null);
  return (
    <figure>
      <figcaption>{curve.caption}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {done.length > 0 ? (
          <polygon className="sheet-done" points={`0,${y(0)} ${done.join(' ')} ${x(last)},${y(0)}`} />
        ) : null}
        <polyline className="sheet-plan" points={[`0,${y(0)}`, ...points(curve.plan)].join(' ')} />
        <line className="sheet-plan" x1="0" x2={width} y1={y(0)} y2={y(0)} />
        {curve.plan.map((_share, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the twelve months of a year
          <text key={at} x={x(at)} y={height - 6} textAnchor="middle">
            {at + 1}月
          </text>
        ))}
      </svg>
    </figure>
  );
}
