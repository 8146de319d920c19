import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import type { Month } from '#kernel/month';
import { lastDayOf } from '#kernel/month';
import { addDays, daysBetween, monthOf, type PlainDate } from '#kernel/plain-date';
import type { dispatchCalendar } from '../contract.ts';

type Data = OutputOf<typeof dispatchCalendar>;

const heads = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** A month of whole weeks; days of rest and make-up days are named. */
export function MonthGrid({
  month,
  from,
  data: { entries, days, today },
}: {
  readonly month: Month;
  readonly from: PlainDate;
  readonly data: Data;
}) {
  const weeks = Math.ceil((daysBetween(from, lastDayOf(month)) + 1) / 7);
  const all = Array.from({ length: weeks * 7 }, (_, at) => addDays(from, at));
  const special = new Map(days.map((one) => [one.day, one]));
  return (
    <ol className="dispatch-month" aria-label={`${month} 月历`}>
      {heads.map((head) => (
        <li key={head} className="month-head">
          {head}
        </li>
      ))}
      {all.map((day) => {
        const one = special.get(day);
        const marks = [
          one && !one.works ? 'month-rest' : '',
          monthOf(day) === month ? '' : 'month-other',
          day === today ? 'month-today' : '',
        ];
        return (
          <li
            key={day}
            className={marks.filter(Boolean).join(' ')}
            aria-current={day === today ? 'date' : undefined}
          >
            <div className="month-day">
              <span>{Number(day.slice(8))}</span>
              <span>{one ? (one.works ? '上班' : (one.name ?? '')) : ''}</span>
            </div>
            <ul>
              {entries
                .filter((entry) => entry.day === day)
                .map((entry) => (
                  <li
                    key={`${entry.cadence} ${entry.meetingId}`}
                    className={entry.state === 'planned' ? 'month-planned' : undefined}
                  >
                    {entry.meetingId && entry.mayOpen ? (
                      <Link href={`/dispatch/meetings/${entry.meetingId}`}>{entry.name}</Link>
                    ) : (
                      entry.name
                    )}
                    {entry.state === 'cancelled' ? '（已取消）' : ''}
                    {entry.moved ? '（顺延）' : ''}
                  </li>
                ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
