import { type Column, DataTable, Empty, Shown, useRoute } from '#ui';
import { type IndicatorView, type Unreconciled as Row, unreconciledTargets } from '../contract.ts';
import { reconcileText, texts } from '../texts.ts';
import { Whole } from './whole.tsx';

/** City − Σ districts, Σ months − year: everything that does not add up, and what cannot be told. */
export function Unreconciled({ year }: { readonly year: number }) {
  const found = useRoute(unreconciledTargets, { year });
  return (
    <Shown query={found}>
      {({ indicators, rows }) => {
        const apart = indicators.filter((one) => rows.some((row) => row.indicator === one.id));
        if (apart.length === 0) return <Empty why={texts.agrees} remedy={texts.agreesRemedy} />;
        return apart.map((one) => (
          <section key={one.id} aria-label={one.name}>
            <h3>
              {one.name}（{one.unit}）
            </h3>
            <UnreconciledTable indicator={one} rows={rows.filter((row) => row.indicator === one.id)} />
          </section>
        ));
      }}
    </Shown>
  );
}

export function UnreconciledTable({
  indicator,
  rows,
}: {
  readonly indicator: IndicatorView;
  readonly rows: readonly Row[];
}) {
  // Last year's amounts are money, whatever the indicator is.
  const unitOf = (row: Row) =>
    row.what === 'bases' ? ({ kind: 'amount', unit: '亿元' } as const) : indicator;
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: texts.party, phone: 'title', render: (row) => row.name },
    { key: 'what', title: '情况', render: (row) => reconcileText({ ...row, indicator }) },
    {
      key: 'whole',
      title: texts.whole,
      number: true,
      render: (row) => <Whole unit={unitOf(row)} value={row.whole} />,
    },
    {
      key: 'parts',
      title: texts.parts,
      number: true,
      render: (row) => <Whole unit={unitOf(row)} value={row.parts} />,
    },
    {
      key: 'difference',
      title: texts.difference,
      number: true,
      render: (row) => <Whole unit={unitOf(row)} value={row.difference} />,
    },
  ];
  return (
    <DataTable
      label={`${indicator.name}：${texts.unreconciled}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.what} ${row.kind} ${row.party} ${row.month ?? ''}`}
      empty={{ why: texts.agrees, remedy: texts.agreesRemedy }}
    />
  );
}
