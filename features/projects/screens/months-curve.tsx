import type { projectMonths } from '#features/progress';
import type { OutputOf } from '#http/client';
import { formatMoney } from '#kernel/money';
import { colours, useMoneyUnit, useNarrow } from '#ui';

type Lines = OutputOf<typeof projectMonths>['months'];

const height = 190;
const left = 24;
const bottom = 18;

/** Planned: a thin line. Done: a filled area. The table below says the same in figures. */
export function MonthsCurve({ months }: { readonly months: Lines }) {
  const { unit } = useMoneyUnit();
  const width = useNarrow() ? 420 : 1000;
  const plan = months.map((one) => fen(one.planCumFen));
  const done = months.map((one) => fen(one.reported?.cumFen));
  const most = Math.max(...[...plan, ...done].map((one) => one ?? 0));
  if (most === 0) return null;
  const x = (at: number) => left + ((width - 2 * left) * (at + 1)) / 12;
  const y = (amount: number) => height - bottom - ((height - bottom - 14) * amount) / most;
  const points = (line: readonly (number | null)[]) =>
    line.flatMap((amount, at) => (amount === null ? [] : [`${x(at).toFixed(1)},${y(amount).toFixed(1)}`]));
  const area = points(done);
  const lastDone = done.findLastIndex((one) => one !== null);
  return (
    <div aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} className="curve" role="presentation">
        {area.length > 0 ? (
          <polygon
            points={`${left},${height - bottom} ${area.join(' ')} ${x(lastDone)},${height - bottom}`}
            fill="#cfdef0"
            stroke={colours.brand}
          />
        ) : null}
        <polyline
          points={[`${left},${height - bottom}`, ...points(plan)].join(' ')}
          fill="none"
          stroke={colours.quiet}
        />
        <line x1={left} x2={width - left} y1={height - bottom} y2={height - bottom} stroke={colours.line} />
        {months.map((one, at) => (
          <text
            key={one.month}
            x={x(at)}
            y={height - 4}
            textAnchor="middle"
            fontSize="12"
            fill={colours.quiet}
          >
            {Number(one.month.slice(5))}月
          </text>
        ))}
        <text x={left} y={12} fontSize="12" fill={colours.quiet}>
          最高 {formatMoney(BigInt(Math.round(most)), unit)} {unit}；细线为累计计划，色块为累计完成
        </text>
      </svg>
    </div>
  );
}

/** Close enough for a drawing. */
function fen(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Number(text);
}
