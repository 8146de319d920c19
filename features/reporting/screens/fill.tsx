import { useState } from 'react';
import { Link } from 'wouter';
import { whoAmI } from '#features/identity';
import { type Month, monthText } from '#kernel/month';
import { daysBetween } from '#kernel/plain-date';
import { Empty, Loading, MoneyUnitSwitch, Page, type ScreenProps, Shown, useRoute } from '#ui';
import { type PeriodHead, periodBoard, periodRows } from '../contract.ts';
import { Filling } from './fill/filling.tsx';
import { DistrictFilter } from './fill/filter-bar.tsx';
import { texts } from './texts.ts';
import './reporting.css';

/** The month's figures of everybody's own projects, one row each. */
export function Screen({ params }: ScreenProps) {
  const month = params['month'] as Month;
  const [districtId, chooseDistrict] = useState<string>();
  const me = useRoute(whoAmI, {});
  const board = useRoute(periodBoard, { month });
  const rows = useRoute(
    periodRows,
    { month, ...(districtId ? { districtId: districtId as never } : {}) },
    { everySeconds: 120 },
  );
  const name = rows.data?.period.name ?? monthText(month);
  const districts = (board.data?.districts ?? []).flatMap(({ districtId: id, district }) =>
    id ? [{ id, name: district }] : [],
  );
  return (
    <Page
      title={texts.fillOf(name)}
      note={
        rows.data ? (
          <Until {...rows.data} isFiller={rows.data.rows.some(({ acts }) => acts.includes('fill'))} />
        ) : null
      }
      acts={
        <>
          <Link href={`/reporting/${month}`}>{texts.toPeriod}</Link>
          <DistrictFilter districts={districts} chosen={districtId} choose={chooseDistrict} />
          <MoneyUnitSwitch />
        </>
      }
    >
      <Shown query={rows}>
        {(data) => {
          if (!me.data) return <Loading />;
          if (data.rows.length === 0) return <Empty why={texts.noRows} remedy={texts.noRowsRemedy} />;
          return <Filling key={me.data.accountId} me={me.data} data={data} />;
        }}
      </Shown>
    </Page>
  );
}

/** By when, or that it is too late. */
type UntilProps = { readonly period: PeriodHead; readonly today: string; readonly isFiller: boolean };

function Until({ period, today, isFiller }: UntilProps) {
  if (period.stage !== 'open') return <>{texts.lockedNote(period.lockedBy ?? '')}</>;
  if (today < period.days.opensOn) return <>{texts.notYet(period.days.opensOn)}</>;
  const due = period.days.steps.find(({ by }) => by === 'filler')?.dueOn;
  const note = period.note ? `${period.note.replace(/[。.]?$/, '。')}` : '';
  if (!due) return <>{note}</>;
  if (!isFiller) return <>{note + texts.fillsUntil(due)}</>;
  const left = daysBetween(today as typeof due, due);
  return (
    <>
      {note}
      {left < 0 ? texts.overSince(due) : texts.until(due, texts.left(left))}
    </>
  );
}
