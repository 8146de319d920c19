import type { OutputOf } from '#http/client';
import type { Month } from '#kernel/month';
import { type Column, DataTable, Empty, Facts, Shown, useRoute } from '#ui';
import { type Compared, compareFigures } from '../contract.ts';
import { texts, statisticsTexts as words } from '../texts.ts';
import { differenceUnit, Whole } from './whole.tsx';

type Of = OutputOf<typeof compareFigures>['indicators'][number];

export function Comparison({ month }: { readonly month: Month }) {
  const found = useRoute(compareFigures, { month });
  return (
    <Shown query={found}>
      {({ indicators }) =>
        indicators.length === 0 ? (
          <Empty why={words.noIndicators} />
        ) : (
          indicators.map((one) => <Indicator key={one.indicator.id} of={one} />)
        )
      }
    </Shown>
  );
}

function Indicator({ of: { indicator, rows } }: { readonly of: Of }) {
  const { unit } = indicator;
  const columns: readonly Column<Compared>[] = [
    { key: 'name', title: texts.party, phone: 'title', render: (row) => row.name },
    {
      key: 'reported',
      title: `${words.reported}（${unit}）`,
      number: true,
      render: (row) => <Whole unit={indicator} value={row.reported} />,
    },
    {
      key: 'statistics',
      title: `${words.published}（${unit}）`,
      number: true,
      render: (row) => <Whole unit={indicator} value={row.statistics} />,
    },
    {
      key: 'difference',
      title: `${words.difference}（${differenceUnit(indicator)}）`,
      number: true,
      render: (row) => <Whole unit={indicator} value={row.difference} />,
    },
    { key: 'source', title: texts.source, render: (row) => row.source ?? '—' },
    {
      key: 'on',
      title: texts.statedOn,
      render: (row) => <span className="instant">{row.statedOn ?? '—'}</span>,
    },
  ];
  const caliber = rows.find((row) => row.caliber !== null)?.caliber ?? indicator.statisticsCaliber;
  return (
    <section aria-label={indicator.name}>
      <h3>{indicator.name}</h3>
      <Facts
        facts={[
          [words.reportedCaliber, indicator.reportedCaliber ?? words.noReported],
          [words.statisticsCaliber, caliber],
        ]}
      />
      <div style={{ marginTop: 8 }}>
        {rows.some((row) => row.statistics !== null) ? null : (
          <p className="quiet">
            {words.none}
            {words.noneRemedy}
          </p>
        )}
        <DataTable
          label={indicator.name}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.kind} ${row.party}`}
          empty={{ why: words.none, remedy: words.noneRemedy }}
        />
      </div>
    </section>
  );
}
