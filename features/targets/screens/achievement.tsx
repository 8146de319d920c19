import { Button } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import type { Month } from '#kernel/month';
import { type Column, DataTable, Empty, Percent, Shown, useRoute } from '#ui';
import { type Achieved, achievement, type IndicatorView } from '../contract.ts';
import { texts } from '../texts.ts';
import { RecordFigure } from './record-figure.tsx';
import { differenceUnit, Whole, writtenWhole } from './whole.tsx';

type Of = OutputOf<typeof achievement>['indicators'][number];

/** Beside every target what was to be reached by the month, and what was. */
export function Achievement({ month }: { readonly month: Month }) {
  const [record, setRecord] = useState<{ readonly indicator: IndicatorView; readonly row: Achieved }>();
  const found = useRoute(achievement, { month });
  return (
    <Shown query={found}>
      {({ indicators }) => (
        <>
          <p className="quiet">{texts.othersWithheld}</p>
          {indicators.map((one) => (
            <Indicator key={one.indicator.id} of={one} record={(row) => setRecord({ ...one, row })} />
          ))}
          {record ? <RecordFigure {...record} month={month} close={() => setRecord(undefined)} /> : null}
        </>
      )}
    </Shown>
  );
}

function Indicator({ of, record }: { readonly of: Of; readonly record: (row: Achieved) => void }) {
  const { indicator, rows } = of;
  const { kind, unit } = indicator;
  const shown = rows.filter((row) => row.target !== null || row.actual !== null || row.mayRecord);
  const caliber =
    indicator.achievedBy === 'reported' ? indicator.reportedCaliber : indicator.statisticsCaliber;
  const growth = kind === 'growth';
  const columns: Column<Achieved>[] = [
    { key: 'name', title: texts.party, phone: 'title', render: (row) => row.name },
    {
      key: 'target',
      title: `${texts.yearTarget}（${unit}）`,
      number: true,
      render: (row) => <Whole unit={indicator} value={row.target} />,
    },
    {
      key: 'to',
      title: `${texts.toMonth}（${unit}）`,
      number: true,
      render: (row) => <Whole unit={indicator} value={row.toMonth} />,
    },
    {
      key: 'actual',
      title: `${texts.actual}（${unit}）`,
      number: true,
      render: (row) => (
        <>
          <Whole unit={indicator} value={row.actual} />
          {row.actualMonth ? <span className="quiet">（{texts.earlier(row.actualMonth)}）</span> : null}
        </>
      ),
    },
    {
      key: 'ahead',
      title: `${texts.ahead}（${differenceUnit(indicator)}）`,
      number: true,
      render: (row) => <Whole unit={indicator} value={lessOf(row.actual, row.toMonth)} />,
    },
    ...(growth
      ? []
      : [
          {
            key: 'share',
            title: texts.ofTarget,
            number: true,
            render: (row: Achieved) => <Percent part={row.actual} whole={row.target} />,
          },
        ]),
    { key: 'source', title: texts.source, render: (row) => row.source ?? '—' },
    ...(rows.some((row) => row.mayRecord)
      ? [
          {
            key: 'act',
            title: '办理',
            render: (row: Achieved) =>
              row.mayRecord ? (
                <Button className="in-cell" type="link" onClick={() => record(row)}>
                  {texts.record}
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <section aria-label={indicator.name}>
      <h3>{indicator.name}</h3>
      <p className="quiet">
        {caliber}。{texts.basedOn(indicator.basis)}。
        {indicator.atLeast
          ? texts.atLeast(writtenWhole(indicator, indicator.atLeast), indicator.basis)
          : null}
      </p>
      {shown.length === 0 ? (
        <Empty why={texts.noTarget} remedy={texts.noTargetRemedy} />
      ) : (
        <DataTable
          label={indicator.name}
          columns={columns}
          rows={shown}
          rowKey={(row) => `${row.kind} ${row.party}`}
          empty={{ why: texts.noTarget }}
        />
      )}
    </section>
  );
}

function lessOf(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : `${BigInt(a) - BigInt(b)}`;
}
