import { Link } from 'wouter';
import type { CockpitView, ListTile } from '../contract.ts';
import { texts } from '../texts.ts';
import { rowsLink } from './rows-link.ts';
import { Tally } from './tally.tsx';

/** The city's lights with what they leave out, and one tile for each list. */
export function LightTiles({ view }: { readonly view: CockpitView }) {
  const { cityLights, year, about, lists } = view;
  return (
    <section className="cockpit-lists" aria-label={texts.lists}>
      <div className="panel cockpit-tile cockpit-tile-city">
        <h2>
          {texts.lights(view.city)} <small>{texts.projects(cityLights.projects)}</small>
        </h2>
        <Tally
          name={view.city}
          lights={cityLights.lights}
          before={cityLights.lightsBefore}
          link={(light) => rowsLink(view, { light })}
        />
        {year ? (
          <p>
            {about.kind === 'city' ? '' : `${about.name} `}
            <Link href={rowsLink(view, { lacks: 'report' })}>
              {texts.unreported} {year.unreported}
            </Link>{' '}
            <Link href={rowsLink(view, { lacks: 'plan' })}>
              {texts.withoutPlan} {year.withoutPlan}
            </Link>
          </p>
        ) : null}
      </div>
      {lists.map((list) => (
        <ListPanel key={list.id} view={view} list={list} />
      ))}
    </section>
  );
}

function ListPanel({ view, list }: { readonly view: CockpitView; readonly list: ListTile }) {
  return (
    <div className="panel cockpit-tile">
      <h2>
        <Link href={rowsLink(view, { list: list.id })}>{list.name}</Link>{' '}
        <small>{texts.projects(list.projects)}</small>
      </h2>
      <Tally
        name={list.name}
        lights={list.lights}
        before={list.lightsBefore}
        link={(light) => rowsLink(view, { light, list: list.id })}
      />
    </div>
  );
}
