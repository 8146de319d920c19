import { type Column, DataTable, Instant, Money, Panel } from '#ui';
import type { PlanVersionView } from '../contract.ts';
import { planKinds, texts } from '../texts.ts';
import type { Months } from './project-year.ts';

/** The baseline and what became of it, with who approved why. */
export function PlanVersions({ months, unit }: { readonly months: Months; readonly unit: string }) {
  const columns: readonly Column<PlanVersionView>[] = [
    {
      key: 'version',
      title: texts.version,
      phone: 'title',
      render: (one) => `第 ${one.number} 版（${planKinds[one.kind]}）`,
    },
    { key: 'from', title: texts.effectiveFrom, render: (one) => one.effectiveFrom },
    {
      key: 'year',
      title: `${texts.planYear}（${unit}）`,
      number: true,
      render: (one) => <Money fen={one.totalFen} />,
    },
    {
      key: 'sum',
      title: `${texts.monthsSum}（${unit}）`,
      number: true,
      render: (one) => <Money fen={one.monthsSumFen} />,
    },
    {
      key: 'reason',
      title: texts.reason,
      render: (one) => <span className="wrapped">{one.reason ?? one.source ?? '—'}</span>,
    },
    { key: 'approver', title: texts.approver, render: (one) => one.approver ?? '—' },
    {
      key: 'recorded',
      title: texts.recorded,
      render: (one) => (
        <>
          {one.recordedBy} <Instant at={one.recordedAt} />
        </>
      ),
    },
  ];
  return (
    <Panel title={texts.planVersions}>
      <DataTable
        label={texts.planVersions}
        columns={columns}
        rows={months.planVersions}
        rowKey={({ number }) => number}
        empty={{ why: texts.noPlan, remedy: texts.noPlanRemedy }}
      />
    </Panel>
  );
}
