import { Link } from 'wouter';
import { lightNames } from '#kernel/light';
import type { CockpitView, DistrictTile } from '../contract.ts';
import { texts } from '../texts.ts';
import { rowsLink } from './rows-link.ts';

/** One tile for each district where it lies, coloured by its worst light. No outline is drawn. */
export function DistrictMap({ view }: { readonly view: CockpitView }) {
  return (
    <section className="panel cockpit-map" aria-label={texts.map}>
      <h2>
        {texts.map} <small>{texts.mapNote}</small>
      </h2>
      <ul>
        {view.tiles.map((tile) => (
          <li key={tile.orgId} style={{ gridColumn: tile.column, gridRow: tile.row }}>
            <Tile view={view} tile={tile} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ view, tile }: { readonly view: CockpitView; readonly tile: DistrictTile }) {
  const { orgId, name, worst, lights } = tile;
  return (
    <Link
      href={rowsLink(view, { district: orgId, ...(worst ? { light: worst } : {}) })}
      className={`cockpit-district district-${worst ?? 'none'}`}
    >
      <b>{name}</b>
      {worst ? (
        <span className={`light light-${worst}`}>
          {lightNames[worst]} {lights[worst]}
        </span>
      ) : (
        <span className="light light-none">{texts.noLight}</span>
      )}
    </Link>
  );
}
