import type { ReactNode } from 'react';
import type { InputOf } from '#http/client';
import { LightCounts, Money, useMoneyUnit, useRoute } from '#ui';
import { projectTotals } from '../contract.ts';
import { texts } from '../texts.ts';

/** Sums of everything the filter finds, not only of the page shown. */
export function ListTotals({ filter }: { readonly filter: InputOf<typeof projectTotals> }) {
  const { unit } = useMoneyUnit();
  const totals = useRoute(projectTotals, filter).data;
  if (!totals || totals.projects === 0) return null;
  const { projects, counted, apart } = totals;
  return (
    <>
      <dl className="counts" aria-label="合计">
        <Count name="项目数">{projects}</Count>
        <Count name={`总投资（${unit}）`}>
          <Money fen={totals.totalFen} />
        </Count>
        <Count name={`年度计划（${unit}）`}>
          <Money fen={totals.planYearFen} />
        </Count>
        <Count name={`本年累计（${unit}）`}>
          <Money fen={totals.cumFen} />
        </Count>
        <Count name={`灯（另有 ${apart} 个${texts.noLight}）`} wide>
          <div className="lights-count">
            <LightCounts counts={totals.lights} />
          </div>
        </Count>
      </dl>
      {counted < projects ? <p className="quiet">{texts.counted(counted, projects)}</p> : null}
    </>
  );
}

type CountProps = { readonly name: string; readonly wide?: boolean; readonly children: ReactNode };

function Count({ name, wide, children }: CountProps) {
  return (
    <div className={wide ? 'counts-wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
