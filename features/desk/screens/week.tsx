import { Link } from 'wouter';
import { Panel } from '#ui';
import type { DeskView } from '../contract.ts';
import { texts } from '../texts.ts';

/** What falls due from Monday to Sunday, and who has not reported by now. */
export function Week({ view }: { readonly view: DeskView }) {
  const { from, to, reporting } = view.week;
  const isOver = reporting !== null && !reporting.assigned && reporting.dueOn < view.today;
  return (
    <Panel title={`${texts.week}（${texts.weekSpan(from, to)}）`}>
      {reporting && reporting.owed > 0 ? (
        <>
          <p>
            {reporting.assigned
              ? texts.fillingDue(reporting.month, reporting.dueOn)
              : isOver
                ? texts.evaluated(reporting.month, reporting.dueOn)
                : texts.evaluation(reporting.month, reporting.dueOn)}
            {isOver ? '' : `，${texts.left(reporting.workingDaysLeft, reporting.provisional)}`}。
          </p>
          <p>
            {texts.missing(reporting.owed, reporting.missing)}{' '}
            {reporting.missing > 0 ? (
              <Link href={reporting.assigned ? `/reporting/${reporting.month}` : '/lights'}>
                {texts.seeMissing}
              </Link>
            ) : null}
          </p>
        </>
      ) : (
        <p>{texts.nothingDue}</p>
      )}
    </Panel>
  );
}
