import './wall/wall.css';
import { useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Empty, SecrecyNotice, Shown, useRoute } from '#ui';
import { listMatters, type MatterLine } from '../contract.ts';
import { useKinds } from './kinds.ts';
import { filterIn, searchOf } from './list/filter.ts';
import { filterSentence } from './list/filter-sentence.ts';
import { texts } from './texts.ts';
import { MatterSheet } from './wall/matter-sheet.tsx';
import { turnTo } from './wall/turn-to.ts';
import { wallTexts } from './wall-texts.ts';

const most = 200;

/** One matter after the other for the meeting room: drawn for 1920×1080, dark; arrow keys turn. */
export function Screen() {
  const [path, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const meeting = search.get('meeting') === '1';
  search.delete('meeting');
  const filter = filterIn(search.toString());
  const listed = useRoute(listMatters, { ...filter, page: 1, pageSize: most });
  const kinds = useKinds();
  const [at, turn] = useState(0);
  useEffect(() => {
    document.title = `${texts.wall} · 挂图`;
  }, []);
  const count = listed.data?.rows.length ?? 0;
  const shown = Math.min(at, Math.max(0, count - 1));
  useKeys((key) => {
    const to = turnTo(shown, count, key);
    if (to !== undefined) turn(to);
    return to !== undefined;
  });
  const listSearch = searchOf(filter);
  const setMeeting = (on: boolean) => go(`${path}?${listSearch}${on ? '&meeting=1' : ''}`, { replace: true });
  return (
    <div className="matter-wall dark">
      <header className="matter-wall-head">
        <h1>{texts.wall}</h1>
        <p>
          {kinds.data && !meeting ? filterSentence(filter, kinds.data) : ''}
          {listed.data && listed.data.total > most ? wallTexts.tooMany(listed.data.total) : ''}
        </p>
        <nav className="matter-wall-acts" aria-label={texts.wall}>
          <button type="button" disabled={shown === 0} onClick={() => turn(shown - 1)}>
            {wallTexts.previous}
          </button>
          <span role="status" aria-live="polite">
            {count > 0 ? wallTexts.place(shown + 1, count) : ''}
          </span>
          <button type="button" disabled={shown + 1 >= count} onClick={() => turn(shown + 1)}>
            {wallTexts.next}
          </button>
          <label title={wallTexts.meetingHint}>
            <input type="checkbox" checked={meeting} onChange={(event) => setMeeting(event.target.checked)} />
            {wallTexts.meeting}
          </label>
          <button type="button" onClick={() => document.documentElement.requestFullscreen()}>
            {wallTexts.fullScreen}
          </button>
          <Link href={`/matters?${listSearch}`}>{wallTexts.leave}</Link>
        </nav>
      </header>
      <main className="matter-wall-main">
        <Shown query={listed}>
          {({ rows, now }) => <Sheet line={rows[shown]} now={now} meeting={meeting} />}
        </Shown>
      </main>
      <p className="matter-wall-keys">{wallTexts.keys}</p>
      <SecrecyNotice />
    </div>
  );
}

type SheetProps = {
  readonly line: MatterLine | undefined;
  readonly now: string;
  readonly meeting: boolean;
};

function Sheet({ line, now, meeting }: SheetProps) {
  if (!line) return <Empty why={wallTexts.none} remedy={wallTexts.noneRemedy} />;
  return <MatterSheet key={line.matterId} line={line} now={now} meeting={meeting} />;
}

/** Keys are heard wherever the focus is; in a meeting nobody looks for it. */
function useKeys(press: (key: string) => boolean) {
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (press(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  });
}
