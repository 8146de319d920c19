import { lazy, Suspense } from 'react';
import type { CockpitView } from '../contract.ts';
import { texts } from '../texts.ts';

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

export function TrendPanel({ view: { trend } }: { readonly view: CockpitView }) {
  if (!trend) return null;
  return (
    <section className="panel cockpit-trend" aria-label={texts.trend}>
      <h2>
        {texts.trend}
        <small>（{texts.unit}）</small>
        <small className="trend-legend">
          <span className="legend-plan">{texts.trendPlan}</span>
          <span className="legend-done">{texts.trendDone}</span>
          {trend.lastYear ? <span className="legend-last">{texts.trendLastYear}</span> : null}
        </small>
      </h2>
      <Suspense fallback={<div className="trend" aria-busy="true" />}>
        <TrendChart trend={trend} />
      </Suspense>
    </section>
  );
}
