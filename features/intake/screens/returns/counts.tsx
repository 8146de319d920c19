import type { BatchPreview } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';

/** The batch in six numbers. */
export function Counts({ preview }: { readonly preview: BatchPreview }) {
  const { fates, contests, strays, offices } = preview;
  const counts = [
    [texts.counts.good, fates.good],
    [texts.counts.rejected, fates.rejected],
    [texts.counts.contests, contests.length],
    [texts.counts.strays, strays.length],
    [texts.counts.blank, fates.blank],
    [texts.counts.missing, offices.filter(({ left }) => left > 0).length],
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
