import { Link } from 'wouter';
import type { CockpitView, RankingRow } from '../contract.ts';
import { texts } from '../texts.ts';
import { percent } from './figures.ts';
import { rowsLink } from './rows-link.ts';

/** Districts by completion with how their place changed. */
export function RankingPanel({ view }: { readonly view: CockpitView }) {
  return (
    <section className="panel cockpit-ranking" aria-label={texts.ranking}>
      <h2>
        {texts.ranking} <small>{texts.rankingNote}</small>
      </h2>
      {view.ranking.length === 0 ? <p className="cockpit-note">{texts.noRanking}</p> : null}
      <ol>
        {view.ranking.map((row) => (
          <li key={row.orgId}>
            <b className="number">{row.place ?? '—'}</b>
            <Link href={rowsLink(view, { district: row.orgId })}>{row.name}</Link>
            <Change row={row} />
            <span className="number">{percent(row.completion)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Change({ row: { place, placeBefore } }: { readonly row: RankingRow }) {
  if (place === null) return <small />;
  if (placeBefore === null) return <small>{texts.newcomer}</small>;
  if (place === placeBefore) return <small>{texts.same}</small>;
  return place < placeBefore ? (
    <small>↑ {texts.up(placeBefore - place)}</small>
  ) : (
    <small>↓ {texts.down(place - placeBefore)}</small>
  );
}
