import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { projectMonths } from '#features/progress';
import type { OutputOf } from '#http/client';
import { monthText } from '#kernel/month';
import {
  type Column,
  DataTable,
  LightMark,
  Money,
  Panel,
  Shown,
  useMoneyUnit,
  useNarrow,
  useRoute,
} from '#ui';
import type { Project } from '../contract.ts';
import { texts } from '../texts.ts';
import { MonthsCurve } from './months-curve.tsx';

type Months = OutputOf<typeof projectMonths>;
type Line = Months['months'][number];

/** Plan against what was done, month by month: as a curve and as a table. */
export function MonthsPanel({ project }: { readonly project: Project }) {
  const [year, setYear] = useState<number>();
  const months = useRoute(projectMonths, { id: project.projectId, year });
  const years = months.data?.years ?? [];
  return (
    <Panel
      title={texts.months}
      extra={
        <>
          <Link href={`/projects/${project.projectId}/months`}>逐月填报和计划</Link>
          {years.length > 1 ? (
            <Select
              aria-label="年度"
              style={{ width: 112 }}
              value={months.data?.year}
              options={years.map((one) => ({ value: one, label: `${one}年` }))}
              onChange={setYear}
            />
          ) : null}
        </>
      }
    >
      <Shown query={months}>
        {(data) => (
          <>
            <Progress months={data} />
            <MonthsCurve months={data.months} />
            <MonthsTable months={data} />
          </>
        )}
      </Shown>
    </Panel>
  );
}

/** Planned progress and time progress are two things and stand apart. */
function Progress({ months }: { readonly months: Months }) {
  const latest = months.months.findLast((one) => one.reported?.cumFen != null);
  if (!latest) return null;
  const percent = (text: string | null) => (text === null ? '—' : `${text}%`);
  return (
    <p>
      截至{monthText(latest.month)}：完成全年计划 <strong>{percent(latest.actualProgress)}</strong>，计划进度{' '}
      {percent(latest.plannedProgress)}，时间进度 {percent(latest.timeProgress)}
    </p>
  );
}

function MonthsTable({ months }: { readonly months: Months }) {
  const { unit } = useMoneyUnit();
  // A phone shows what was reported and the month that comes next.
  const narrow = useNarrow();
  const said = months.months.findLastIndex((line) => line.reported || line.light);
  const money = (
    key: string,
    title: string,
    fenOf: (line: Line) => string | null | undefined,
  ): Column<Line> => ({
    key,
    title: `${title}（${unit}）`,
    number: true,
    render: (line) => <Money fen={fenOf(line)} />,
  });
  const columns: readonly Column<Line>[] = [
    { key: 'month', title: '月份', phone: 'title', render: (line) => monthText(line.month) },
    { ...money('plan', '当月计划', (line) => line.planFen), phone: 'hidden' },
    money('planCum', '累计计划', (line) => line.planCumFen),
    { ...money('actual', '当月完成', (line) => line.reported?.monthFen), phone: 'hidden' },
    money('cum', '累计完成', (line) => line.reported?.cumFen),
    { ...money('verified', '核定累计', (line) => line.verified?.cumFen), phone: 'hidden' },
    {
      key: 'light',
      title: '灯',
      render: (line) =>
        line.light ? (
          <LightMark light={line.light.overall} />
        ) : (
          <span className="quiet">{line.owes ? '—' : (line.reason ?? '不报')}</span>
        ),
    },
    {
      key: 'said',
      title: '形象进度、问题',
      phone: 'hidden',
      render: (line) => (
        <span className="wrapped">
          {[line.reported?.progressText, line.reported?.problem].filter((one) => one).join('；') || '—'}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={`${months.year}年${texts.months}`}
      columns={columns}
      rows={narrow ? months.months.slice(0, said + 2) : months.months}
      rowKey={(line) => line.month}
      empty={{ why: '这一年没有计划和填报。' }}
    />
  );
}
