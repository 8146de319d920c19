import { LightMark } from '#ui';
import type { Proposal } from '../contract.ts';

/** The months the rule counted, the latest first, each with what it said. */
export function CountedMonths({ months }: { readonly months: Proposal['months'] }) {
  return (
    <span className="counted-months">
      {months
        .filter(({ counted }) => counted)
        .map(({ month, light, rank, ranked, completion }) => (
          <span key={month}>
            {month} {light ? <LightMark light={light} /> : `第${rank}位（共${ranked}个）`}{' '}
            <span className="quiet">{completion === null ? '未报' : `${completion}%`}</span>
          </span>
        ))}
    </span>
  );
}
