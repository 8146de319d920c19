import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, Redirect, useSearch } from 'wouter';
import type { Id } from '#kernel/id';
import { Empty, LightMark, SecrecyNotice, Shown, useNarrow, useRoute } from '#ui';
import { type MeetingView, viewMeeting } from '../contract.ts';
import { screenNames, sourceNames } from '../texts.ts';
import { Decide } from './decide.tsx';
import { DecisionTable } from './decision-table.tsx';
import { SheetBody } from './sheet.tsx';
import './dispatch.css';

/** For the projector: the agenda at the left, one item large; decisions are taken down beside it. */
export function Screen() {
  const id = (new URLSearchParams(useSearch()).get('meeting') ?? '') as Id<'meeting'>;
  const narrow = useNarrow();
  const query = useRoute(viewMeeting, { id }, { enabled: id !== '' && !narrow, everySeconds: 60 });
  useEffect(() => {
    document.title = `${screenNames.room} · 挂图`;
  }, []);
  if (narrow) return <Redirect to={`/dispatch/meetings/${id}`} replace />;
  return <Shown query={query}>{(meeting) => <Room meeting={meeting} />}</Shown>;
}

function Room({ meeting }: { readonly meeting: MeetingView }) {
  const standing = meeting.items.filter(({ removed }) => removed === null);
  const [chosen, choose] = useState(standing[0]?.itemId);
  const [deciding, decide] = useState(false);
  const at = Math.max(
    0,
    standing.findIndex(({ itemId }) => itemId === chosen),
  );
  const item = standing[at];
  const decisions = meeting.decisions.filter(
    ({ itemId, withdrawnReason }) => itemId === item?.itemId && !withdrawnReason,
  );
  return (
    <div className="room">
      <header className="room-head">
        <h1>{meeting.title}</h1>
        <span>{meeting.heldOn}</span>
        <div className="page-acts">
          <Button disabled={at === 0} onClick={() => choose(standing[at - 1]?.itemId)}>
            上一项
          </Button>
          <Button disabled={at >= standing.length - 1} onClick={() => choose(standing[at + 1]?.itemId)}>
            下一项
          </Button>
          {meeting.may.minuteNow ? (
            <Button type="primary" onClick={() => decide(true)}>
              记录议定事项
            </Button>
          ) : null}
          <Button onClick={() => void document.documentElement.requestFullscreen()}>全屏</Button>
          <Link href={`/dispatch/meetings/${meeting.meetingId}`}>退出</Link>
        </div>
      </header>
      <ol className="room-list" aria-label="议题">
        {standing.map(({ itemId, title, sheet }, place) => (
          <li key={itemId}>
            <button type="button" aria-current={place === at} onClick={() => choose(itemId)}>
              {place + 1}. {title} {sheet?.light ? <LightMark light={sheet.light.overall} /> : null}
            </button>
          </li>
        ))}
      </ol>
      <main className="room-sheet">
        {item ? (
          <>
            <h2>
              {at + 1}. {item.title} <span className="agenda-source">{sourceNames[item.source]}</span>
            </h2>
            <SheetBody item={item} />
            {decisions.length > 0 ? (
              <section>
                <h3>议定事项</h3>
                <DecisionTable label="议定事项" decisions={decisions} empty="" />
              </section>
            ) : null}
          </>
        ) : (
          <Empty why="会议还没有议题。" remedy="在会议页面提出或增加议题。" />
        )}
      </main>
      <SecrecyNotice />
      {deciding ? <Decide meeting={meeting} item={item} close={() => decide(false)} /> : null}
    </div>
  );
}
