import type { Trend } from '../contract.ts';
import { texts } from '../texts.ts';
import { yi } from './figures.ts';

const [width, height, left, bottom, top] = [560, 230, 8, 26, 26];

/** Planned: a thin line. Done: a filled area. Last year: dotted. All accumulated from January. */
export function TrendChart({ trend }: { readonly trend: Trend }) {
  const { plan, actual, lastYear } = trend;
  const most = Math.max(...[...plan, ...actual, ...(lastYear ?? [])].map((fen) => Number(fen ?? 0)));
  if (most === 0) return null;
  const x = (at: number) => left + ((width - 2 * left) * (at + 1)) / 12.4;
  const y = (fen: string) => height - bottom - ((height - bottom - top) * Number(fen)) / most;
  const line = (amounts: Trend['plan']) =>
    amounts.flatMap((fen, at) => (fen === null ? [] : [`${x(at).toFixed(1)},${y(fen).toFixed(1)}`]));
  const start = `${left},${height - bottom}`;
  const done = actual.findLastIndex((fen) => fen !== null);
  const last = actual[done];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(trend)} className="trend">
      {last ? (
        <polygon
          className="trend-done"
          points={`${start} ${line(actual).join(' ')} ${x(done)},${height - bottom}`}
        />
      ) : null}
      <polyline className="trend-plan" points={[start, ...line(plan)].join(' ')} />
      {lastYear ? <polyline className="trend-last" points={[start, ...line(lastYear)].join(' ')} /> : null}
      <line className="trend-axis" x1={left} x2={width - left} y1={height - bottom} y2={height - bottom} />
      {plan.map((_fen, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the twelve months of a year
        <text key={at} x={x(at)} y={height - 8} textAnchor="middle">
          {at + 1}月
        </text>
      ))}
      {last ? (
        <text
          x={x(done) + (done > 8 ? -8 : 8)}
          y={y(last) + 24}
          textAnchor={done > 8 ? 'end' : 'start'}
          className="trend-figure"
        >
          {texts.trendDone} {yi(last)}
        </text>
      ) : null}
      <text x={x(11)} y={Math.max(14, y(plan[11] ?? '0') - 6)} textAnchor="end" className="trend-figure">
        {texts.trendPlan} {yi(plan[11])}
      </text>
    </svg>
  );
}

function summary({ plan, actual, lastYear }: Trend): string {
  const done = actual.findLast((fen) => fen !== null);
  const before = lastYear?.[actual.findLastIndex((fen) => fen !== null)];
  const parts = [`全年计划${yi(plan[11])}亿元`, `累计完成${yi(done)}亿元`];
  return [...parts, ...(before ? [`去年同期${yi(before)}亿元`] : [])].join('，');
}
