import { Link } from 'wouter';
import { listCities } from '#features/cities';
import { Shown, useRoute } from '#ui';
import { languages, publicForm } from '../contract.ts';
import { FollowForm } from './public/follow-form.tsx';
import { usePlace } from './public/place.ts';
import { PlainPage } from './public/plain-page.tsx';

/** Where everybody begins: what can be raised, and how to follow it. */
export function Screen() {
  const place = usePlace();
  const { words, cityId, language, addressOf, turn } = place;
  const cities = useRoute(listCities, {});
  const form = useRoute(publicForm, { cityId });
  const served = cities.data ?? [];
  return (
    <PlainPage place={place} title={words.title} languages={languages} home>
      <p>{words.intro}</p>
      {served.length > 1 ? (
        <div className="plain-field">
          <label htmlFor="city">{words.city}</label>
          <select
            id="city"
            value={String(cityId ?? served[0]?.cityId ?? '')}
            onChange={(event) => turn({ city: event.target.value })}
          >
            {served.map((city) => (
              <option key={city.cityId} value={city.cityId} lang="zh-CN">
                {city.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <section className="panel" aria-label={words.raise}>
        <h2>{words.raise}</h2>
        <Shown query={form}>
          {({ kinds }) => {
            const open = kinds.filter((kind) => kind.languages.includes(language));
            return open.length === 0 ? (
              <p>{words.none}</p>
            ) : (
              <ul className="plain-kinds">
                {open.map(({ id }) => (
                  <li key={id}>
                    <Link href={addressOf(`/public/${id}`)}>
                      <strong>{words.kinds[id]}</strong>
                      <span>{words.kindNotes[id]}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            );
          }}
        </Shown>
      </section>
      <section className="panel" aria-label={words.follow}>
        <h2>{words.follow}</h2>
        <FollowForm place={place} />
      </section>
    </PlainPage>
  );
}
