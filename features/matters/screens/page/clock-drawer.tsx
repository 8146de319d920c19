import { Button, Drawer } from 'antd';
import { weekdayOf } from '#kernel/plain-date';
import { type Column, DataTable, Facts, Instant, Shown, useRoute } from '#ui';
import { type ClockLine, type ClockTables, type MatterPage, matterClocks } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';
import { texts } from '../texts.ts';

type Table = ClockTables['clocks'][number];
type DayRow = Table['days'][number];
type StretchRow = Table['stretches'][number];

type ClockDrawerProps = {
  readonly page: MatterPage;
  readonly clock: ClockLine;
  readonly close: () => void;
};

/** Day by day: which counted, which did not, and why. */
export function ClockDrawer({ page, clock, close }: ClockDrawerProps) {
  const tables = useRoute(matterClocks, { id: page.matter.matterId, asOf: page.asOf ?? undefined });
  return (
    <Drawer
      open
      title={pageTexts.dayByDayOf(clock.clock.name)}
      size="min(760px, 100vw)"
      closable={{ 'aria-label': texts.close }}
      onClose={close}
    >
      <Shown query={tables} rows={12}>
        {({ clocks }) => {
          const table = clocks.find((one) => one.clock.id === clock.clock.id && one.run === clock.run);
          return table ? <Days table={table} /> : <p>{pageTexts.noDays}</p>;
        }}
      </Shown>
      <div className="acts">
        <Button onClick={close}>{texts.close}</Button>
      </div>
    </Drawer>
  );
}

function Days({ table }: { readonly table: Table }) {
  const { clock, days, stretches } = table;
  return (
    <>
      <p className="quiet">{pageTexts.tableNote}</p>
      <Facts
        facts={[
          [pageTexts.limit(table.limit), table.left],
          [pageTexts.startedAt, <Instant key="from" at={table.startedAt} />],
          [pageTexts.dueAt, <Instant key="due" at={table.dueAt} />],
          ...(table.endedAt ? [[pageTexts.endedAt, <Instant key="end" at={table.endedAt} />] as const] : []),
          [pageTexts.basis, table.basis],
        ]}
      />
      {table.provisional ? <p className="doubt">{pageTexts.provisional}</p> : null}
      {stretches.length > 0 ? (
        <DataTable
          label={pageTexts.dayByDayOf(clock.name)}
          columns={stretchColumns}
          rows={stretches}
          rowKey={({ from }) => from}
          empty={{ why: pageTexts.noDays }}
        />
      ) : (
        <DataTable
          label={pageTexts.dayByDayOf(clock.name)}
          columns={dayColumns}
          rows={days}
          rowKey={({ day }) => day}
          empty={{ why: pageTexts.noDays }}
        />
      )}
    </>
  );
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

const dayColumns: readonly Column<DayRow>[] = [
  {
    key: 'day',
    title: pageTexts.day,
    phone: 'title',
    render: ({ day }) => <span className="instant">{day}</span>,
  },
  {
    key: 'weekday',
    title: pageTexts.weekday,
    phone: 'hidden',
    render: ({ day }) => weekdays[weekdayOf(day) - 1],
  },
  {
    key: 'why',
    title: pageTexts.why,
    render: ({ text, basis, provisional }) => (
      <span className={`matter-day matter-day-${basis}`}>
        {text}
        {provisional ? <span className="quiet">（{pageTexts.provisionalDay}）</span> : null}
      </span>
    ),
  },
  {
    key: 'nth',
    title: pageTexts.nth,
    number: true,
    phone: 'hidden',
    render: ({ counts, nth }) => (counts ? nth : <span className="quiet">—</span>),
  },
  { key: 'left', title: pageTexts.left, number: true, render: ({ left }) => left },
];

const stretchColumns: readonly Column<StretchRow>[] = [
  { key: 'from', title: pageTexts.from, phone: 'title', render: ({ from }) => <Instant at={from} /> },
  { key: 'to', title: pageTexts.to, render: ({ to }) => <Instant at={to} /> },
  {
    key: 'why',
    title: pageTexts.why,
    render: ({ text, basis }) => <span className={`matter-day matter-day-${basis}`}>{text}</span>,
  },
  {
    key: 'ran',
    title: pageTexts.ranMinutes,
    number: true,
    render: ({ ranMinutes }) => Math.round(ranMinutes),
  },
  {
    key: 'left',
    title: pageTexts.leftMinutes,
    number: true,
    render: ({ leftMinutes }) => Math.round(leftMinutes),
  },
];
