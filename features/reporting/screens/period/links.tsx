import { Link } from 'wouter';
import type { PeriodHead } from '../../contract.ts';
import { useMay } from '../may.ts';
import { texts } from '../texts.ts';

/** To the reader's own work in a period. */
export function PeriodLinks({ month, stage }: Pick<PeriodHead, 'month' | 'stage'>) {
  const may = useMay();
  const reviews = stage === 'open' && (may('report.review') || may('report.verify'));
  return (
    <span className="links">
      {may('report.fill') || may('reporting.rows') ? (
        <Link href={`/reporting/${month}/fill`}>
          {may('report.fill') && stage === 'open' ? texts.toFill : texts.toTable}
        </Link>
      ) : null}
      {reviews ? <Link href={`/reporting/${month}/review`}>{texts.toReview}</Link> : null}
    </span>
  );
}
