import { Shown, useRoute } from '#ui';
import { type MatterLine, type MatterPage, matterPage } from '../../contract.ts';
import { instantWords } from '../day-words.ts';
import { pageTexts } from '../page-texts.ts';
import { texts } from '../texts.ts';
import { wallTexts } from '../wall-texts.ts';
import { seatOnly } from './without-names.ts';

type MatterSheetProps = {
  readonly line: MatterLine;
  readonly now: string;
  readonly meeting: boolean;
};

/** One matter as a room reads it from ten metres. People are never named; in meeting mode nor are units and companies. */
export function MatterSheet({ line, now, meeting }: MatterSheetProps) {
  const page = useRoute(matterPage, { id: line.matterId });
  const { project, enterprise, due } = line;
  return (
    <article className="matter-sheet">
      <header>
        <p>
          {line.kind.name} {line.number} · {line.state.name}
          {line.urgent ? <b className="matter-urgent"> · {texts.urgent}</b> : null}
        </p>
        <h2>{line.title}</h2>
        <p>{project?.name ?? (meeting ? '' : enterprise)}</p>
      </header>
      <section className="matter-sheet-due" aria-label={texts.columns.due}>
        <span className={`light light-${due.light}`}>{due.text}</span>
        <span>
          {due.clock?.name}
          {due.dueAt ? ` ${texts.before(instantWords(due.dueAt, now))}` : ''}
        </span>
      </section>
      <Shown query={page}>
        {(data) => (data.matter.matterId === line.matterId ? <Parts page={data} meeting={meeting} /> : null)}
      </Shown>
    </article>
  );
}

/** What was given in words, without what must not be shown in a room. */
function shownIn(page: MatterPage) {
  return page.fields
    .filter(({ kind, inner, masked, text }) => kind !== 'files' && !inner && !masked && text !== '')
    .slice(0, 5);
}

function Parts({ page, meeting }: { readonly page: MatterPage; readonly meeting: boolean }) {
  const { ladder, timeline } = page;
  const next = ladder?.rungs.find(({ state }) => state === 'due' || state === 'coming');
  const happened = timeline
    .filter(({ inner, type }) => !inner && type !== 'remarked')
    .sort((a, b) => b.number - a.number)
    .slice(0, 5);
  return (
    <div className="matter-sheet-parts">
      <section>
        <h3>{wallTexts.asked}</h3>
        <dl>
          {shownIn(page).map(({ field, name, text }) => (
            <div key={field}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{wallTexts.turn}</h3>
        <p className="matter-sheet-turn">
          {page.matter.closed
            ? pageTexts.nobodysTurn
            : (meeting ? page.turn.map(seatOnly) : page.turn).join('、')}
        </p>
        {ladder ? (
          <>
            <h3>{wallTexts.ladder}</h3>
            <p>
              <b>{ladder.level?.name ?? pageTexts.noLevel}</b>
              {ladder.levelBasis ? <span className="quiet"> {ladder.levelBasis}</span> : null}
            </p>
            <h3>{wallTexts.next1}</h3>
            <p>
              {next
                ? [
                    next.when,
                    next.firesAt && instantWords(next.firesAt, page.now),
                    !meeting && next.tells.length > 0 && pageTexts.tells(next.tells.join('、')),
                  ]
                    .filter(Boolean)
                    .join('，')
                : wallTexts.nothingNext}
            </p>
          </>
        ) : null}
        {meeting ? null : (
          <>
            <h3>{wallTexts.latest}</h3>
            <ol>
              {happened.map((event) => (
                <li key={event.number}>
                  <span className="quiet">{instantWords(event.at, page.now)}</span> {event.text}
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
    </div>
  );
}
