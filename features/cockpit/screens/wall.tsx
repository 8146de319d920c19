import './cockpit.css';
import { useEffect } from 'react';
import { Link, Redirect } from 'wouter';
import { Empty, SecrecyNotice, Shown, useNarrow, useRoute } from '#ui';
import { type CockpitView, cockpit } from '../contract.ts';
import { texts } from '../texts.ts';
import { DistrictMap } from './district-map.tsx';
import { LightTiles } from './light-tiles.tsx';
import { MeetingSwitch } from './meeting-switch.tsx';
import { monthLine } from './month-line.ts';
import { RankingPanel } from './ranking-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useFit } from './use-fit.ts';
import { useMeeting } from './use-meeting.ts';
import { WorstPanel } from './worst-panel.tsx';
import { YearPanel } from './year-panel.tsx';

/** Drawn for 1920×1080, dark, nothing to scroll; other screens show it smaller or larger, whole. */
export function Screen() {
  const [meeting, search] = useMeeting();
  const view = useRoute(cockpit, meeting ? { meeting } : {}, { everySeconds: 300 });
  const fit = useFit();
  const isNarrow = useNarrow();
  useEffect(() => {
    document.title = `${texts.wall} · 挂图`;
  }, []);
  if (isNarrow) return <Redirect to={`/cockpit${search}`} replace />;
  return (
    <div className="wall dark" style={fit}>
      <header className="wall-head">
        <h1>{view.data ? texts.title(view.data.city) : texts.cockpit}</h1>
        {view.data ? <p>{monthLine(view.data)}</p> : null}
        <div className="wall-acts">
          <MeetingSwitch />
          <button type="button" onClick={() => document.documentElement.requestFullscreen()}>
            {texts.fullScreen}
          </button>
          <Link href={`/cockpit${search}`}>{texts.leaveWall}</Link>
        </div>
      </header>
      <main className="wall-main">
        <Shown query={view}>{(data) => <Parts view={data} />}</Shown>
      </main>
      <SecrecyNotice />
    </div>
  );
}

function Parts({ view }: { readonly view: CockpitView }) {
  if (view.month === null) return <Empty why={texts.empty} remedy={texts.emptyRemedy} />;
  return (
    <div className="cockpit">
      <YearPanel view={view} />
      <LightTiles view={view} />
      <DistrictMap view={view} />
      <TrendPanel view={view} />
      <WorstPanel view={view} />
      <RankingPanel view={view} />
    </div>
  );
}
