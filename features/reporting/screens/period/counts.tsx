import { Link } from 'wouter';
import type { PeriodBoard } from '../../contract.ts';
import { texts } from '../texts.ts';

/** How many owe, have reported, are verified. */
export function Counts({ board }: { readonly board: PeriodBoard }) {
  const { owed, submitted, verified, returned, drafts, period, waitingForMe, requests } = board;
  const counts: readonly (readonly [string, number])[] = [
    [texts.owed, owed],
    [texts.submittedCount, submitted],
    [texts.verifiedCount, verified],
    [texts.missingCount, owed - submitted],
    [texts.returnedCount, returned],
    [texts.drafts, drafts],
    ...(period.stage === 'open' ? [] : [[texts.requestsWaiting, requests] as const]),
  ];
  return (
    <>
      <dl className="counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {period.stage === 'open' && waitingForMe > 0 ? (
        <p>
          <Link
            href={`/reporting/${period.month}/${board.may.review || board.may.verify ? 'review' : 'fill'}`}
          >
            {texts.waiting(waitingForMe)}
          </Link>
        </p>
      ) : null}
    </>
  );
}
