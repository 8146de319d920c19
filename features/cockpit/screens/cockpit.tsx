import './cockpit.css';
import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import { Empty, Page, Panel, Shown, useNarrow, useRoute } from '#ui';
import { type CockpitView, cockpit } from '../contract.ts';
import { texts } from '../texts.ts';
import { DistrictMap } from './district-map.tsx';
import { LightTiles } from './light-tiles.tsx';
import { MeetingSwitch } from './meeting-switch.tsx';
import { monthLine } from './month-line.ts';
import { RankingPanel } from './ranking-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useMeeting } from './use-meeting.ts';
import { WorstPanel } from './worst-panel.tsx';
import { YearPanel } from './year-panel.tsx';

/** The wall on a desk and in a leader's hand: on a phone the map and the worst come first. */
export function Screen() {
  const [meeting, search] = useMeeting();
  const [, go] = useLocation();
  const isNarrow = useNarrow();
  const view = useRoute(cockpit, meeting ? { meeting } : {}, { everySeconds: 300 });
  return (
    <Page
      title={texts.cockpit}
      note={view.data ? monthLine(view.data) : undefined}
      acts={
        <>
          <MeetingSwitch />
          {isNarrow ? null : <Button onClick={() => go(`/wall${search}`)}>{texts.openWall}</Button>}
        </>
      }
    >
      <Shown query={view}>{(data) => <Parts view={data} />}</Shown>
    </Page>
  );
}

function Parts({ view }: { readonly view: CockpitView }) {
  if (view.month === null) {
    return (
      <Panel>
        <Empty why={texts.empty} remedy={<Link href="/lights">{texts.emptyRemedy}</Link>} />
      </Panel>
    );
  }
  return (
    <div className="cockpit">
      <YearPanel view={view} />
      <LightTiles view={view} />
      <DistrictMap view={view} />
      <WorstPanel view={view} />
      <RankingPanel view={view} />
      <TrendPanel view={view} />
    </div>
  );
}
