import type { Preview } from '../contract.ts';
import { texts } from '../texts.ts';

type ImportCountsProps = { readonly outcome: Preview['outcome']; readonly doubts: number };

/** The workbook in six numbers. */
export function ImportCounts({ outcome, doubts }: ImportCountsProps) {
  const { accepted, rejected, findings, skip } = outcome;
  const errors = findings.filter(({ kind }) => kind === 'error').length;
  const counts = [
    [texts.counts.accepted, accepted],
    [texts.counts.rejected, rejected],
    [texts.counts.errors, errors],
    [texts.counts.warnings, findings.length - errors],
    [texts.counts.skipped, skip.length],
    [texts.counts.doubts, doubts],
  ] as const;
  return (
    <dl className="counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
