import { download, Instant } from '#ui';
import { type Followed, type FollowedClock, openPetitionFile } from '../../contract.ts';
import type { Words } from '../words/words.ts';
import type { Keys, Place } from './place.ts';
import { RaiserActs } from './raiser-acts.tsx';

type FollowedProps = {
  readonly place: Place;
  readonly keys: Keys;
  readonly matter: Followed;
  readonly show: (matter: Followed) => void;
};

/** How a matter stands, for whoever raised it: until when, why until then, what was done, what is asked. */
export function FollowedView({ place, keys, matter, show }: FollowedProps) {
  const { words, cityId } = place;
  const isForeign = matter.kind === 'foreign-complaint';
  const said = (known: Readonly<Record<string, string>>, id: string, name: string) =>
    isForeign ? (known[id] ?? name) : name;
  return (
    <div style={{ marginTop: 24 }} aria-live="polite">
      <h2>
        {words.kinds[matter.kind]} {matter.number}
      </h2>
      <dl className="facts">
        <dt>{words.state}</dt>
        <dd>
          <strong>{said(words.states, matter.state.id, matter.state.name)}</strong>
        </dd>
        <dt>{words.category}</dt>
        <dd>{said(words.categories, matter.category.id, matter.category.name)}</dd>
        <dt>{words.unit}</dt>
        <dd lang="zh-CN">{matter.unit ?? words.noUnit}</dd>
      </dl>
      {matter.asks.length > 0 ? <RaiserActs {...{ place, keys, matter, show }} /> : null}
      {matter.clocks.map((clock) => (
        <ClockDays
          key={`${clock.clock} ${clock.run}`}
          words={words}
          clock={clock}
          name={said(words.clocks, clock.clock, clock.name)}
        />
      ))}
      <h3>{words.course}</h3>
      <ol className="plain-course">
        {matter.events.map((event) => (
          <li key={event.step}>
            <strong>{said(words.events, event.id, event.name)}</strong>{' '}
            <span className="quiet">
              <Instant at={event.at} /> · {event.own ? words.own : words.office}
            </span>
            {event.text ? <p>{event.text}</p> : null}
          </li>
        ))}
      </ol>
      {matter.files.length > 0 ? (
        <>
          <h3>{words.materials}</h3>
          <ul>
            {matter.files.map(({ fileId, name }) => (
              <li key={fileId}>
                {name}{' '}
                <button
                  type="button"
                  className="plain-act second"
                  aria-label={`${words.download} ${name}`}
                  onClick={() => void download(openPetitionFile, { ...keys, cityId, fileId })}
                >
                  {words.download}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{words.content}</h3>
      <p className="plain-text">{matter.content}</p>
    </div>
  );
}

type ClockProps = { readonly words: Words; readonly clock: FollowedClock; readonly name: string };

function ClockDays({ words, clock, name }: ClockProps) {
  const state = clock.state === 'running' ? '' : clock.state === 'paused' ? words.paused : words.ended;
  return (
    <section aria-label={name}>
      <p style={{ margin: '12px 0 0' }}>
        <strong>{name}</strong> · {words.dueOn} {clock.dueOn}
        {clock.provisional ? words.provisional : ''}
        {state ? `（${state}）` : ''}
      </p>
      {clock.days.length > 0 ? (
        <details>
          <summary>{words.dayTable}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.counts}</th>
                <th scope="col">{words.left}</th>
              </tr>
            </thead>
            <tbody>
              {clock.days.map((day) => (
                <tr key={day.day} className={day.counts ? undefined : 'not-counted'}>
                  <td className="number" style={{ textAlign: 'left' }}>
                    {day.day}
                  </td>
                  <td>
                    {words.bases[day.basis]}
                    {day.name ? <span lang="zh-CN">（{day.name}）</span> : null}
                  </td>
                  <td>{day.left}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </section>
  );
}
