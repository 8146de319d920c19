import { useState } from 'react';
import { Link } from 'wouter';
import { type Month, monthText } from '#kernel/month';
import { daysBetween } from '#kernel/plain-date';
import { MoneyUnitSwitch, Page, type ScreenProps, Shown, useRoute } from '#ui';
import { periodBoard, periodRows } from '../contract.ts';
import { DistrictFilter } from './fill/filter-bar.tsx';
import { Reviewing } from './review/reviewing.tsx';
import { texts } from './texts.ts';
import './reporting.css';

/** What others reported and waits for this reader: compared, passed on, sent back or verified. */
export function Screen({ params }: ScreenProps) {
  const month = params['month'] as Month;
  const [districtId, chooseDistrict] = useState<string>();
  const board = useRoute(periodBoard, { month });
  const rows = useRoute(
    periodRows,
    { month, mine: true, ...(districtId ? { districtId: districtId as never } : {}) },
    { everySeconds: 120 },
  );
  const districts = (board.data?.districts ?? []).flatMap(({ districtId: id, district }) =>
    id ? [{ id, name: district }] : [],
  );
  return (
    <Page
      title={texts.reviewOf(rows.data?.period.name ?? monthText(month))}
      note={rows.data ? <Dues data={rows.data} /> : null}
      acts={
        <>
          <Link href={`/reporting/${month}`}>{texts.toPeriod}</Link>
          <DistrictFilter districts={districts} chosen={districtId} choose={chooseDistrict} />
          <MoneyUnitSwitch />
        </>
      }
    >
      <Shown query={rows}>
        {(data) => (
          <Reviewing
            period={data.period}
            rows={data.rows.filter(({ acts }) => acts.includes('pass') || acts.includes('verify'))}
            steps={data.steps}
            total={data.total}
          />
        )}
      </Shown>
    </Page>
  );
}

type DuesProps = {
  readonly data: {
    readonly today: string;
    readonly steps: readonly { readonly id: string; readonly name: string; readonly dueOn: string }[];
    readonly rows: readonly { readonly state: string; readonly acts: readonly string[] }[];
  };
};

/** By when each of the steps that wait here is due. */
function Dues({ data: { today, steps, rows } }: DuesProps) {
  const waiting = steps.filter(({ id }) =>
    rows.some(({ state, acts }) => state === id && !acts.includes('fill')),
  );
  return (
    <>
      {waiting
        .map(({ name, dueOn }) => {
          const left = daysBetween(today as `${number}-${number}-${number}`, dueOn as typeof today as never);
          return left < 0 ? texts.stepOver(name, dueOn) : texts.stepUntil(name, dueOn, texts.left(left));
        })
        .join(' ')}
    </>
  );
}
