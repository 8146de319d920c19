import { Instant, Panel } from '#ui';
import type { MatterPage, TimelineEvent } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';

/** All that happened, latest first; nothing is ever taken out of it. */
export function TimelinePanel({ page }: { readonly page: MatterPage }) {
  const latestFirst = [...page.timeline].sort((a, b) => b.number - a.number);
  return (
    <Panel title={pageTexts.timeline}>
      <Timeline events={latestFirst} />
    </Panel>
  );
}

export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  return (
    <ol className="matter-timeline">
      {events.map((event) => (
        <li key={event.number} className={event.inner ? 'matter-event matter-event-inner' : 'matter-event'}>
          <div>
            <Instant at={event.at} /> <b>{event.type === 'remarked' ? pageTexts.remarks : event.text}</b>
            {event.inner ? <span className="matter-inner">{pageTexts.innerMark}</span> : null}
          </div>
          {event.type === 'remarked' ? <div className="matter-words">{event.text}</div> : null}
          <div className="quiet">
            {event.org && event.org !== event.by ? `${event.org} ` : ''}
            {event.by}
            {event.seat && event.seat !== event.by ? `（${event.seat}）` : ''}
          </div>
          {event.details.length > 0 ? (
            <dl className="matter-details">
              {event.details.map(({ name, text }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
