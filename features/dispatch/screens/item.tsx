import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Id } from '#kernel/id';
import { download, Empty, Page, Panel, Refused, type ScreenProps, Shown, useRoute } from '#ui';
import { type MeetingView, sheetPdf, viewMeeting } from '../contract.ts';
import { sourceNames } from '../texts.ts';
import { DecisionTable } from './decision-table.tsx';
import { SheetBody } from './sheet.tsx';
import './dispatch.css';

/** One item on one page, with the way to the one before and after it. */
export function Screen({ params }: ScreenProps) {
  const query = useRoute(viewMeeting, { id: (params['id'] ?? '') as Id<'meeting'> });
  return <Shown query={query}>{(meeting) => <Item meeting={meeting} itemId={params['itemId']} />}</Shown>;
}

function Item({ meeting, itemId }: { readonly meeting: MeetingView; readonly itemId: string | undefined }) {
  const [error, fail] = useState<unknown>();
  const standing = meeting.items.filter(({ removed }) => removed === null);
  const at = standing.findIndex((one) => one.itemId === itemId);
  const item = standing[at];
  const path = (other: number) => `/dispatch/meetings/${meeting.meetingId}/items/${standing[other]?.itemId}`;
  if (!item)
    return (
      <Page title="议题单">
        <Empty
          why="会议没有这个议题，或者已经移出。"
          remedy={<Link href={`/dispatch/meetings/${meeting.meetingId}`}>回到会议</Link>}
        />
      </Page>
    );
  const print = async () => {
    fail(undefined);
    try {
      await download(sheetPdf, { id: meeting.meetingId, itemId: item.itemId });
    } catch (failed) {
      fail(failed);
    }
  };
  const decisions = meeting.decisions.filter((one) => one.itemId === item.itemId);
  return (
    <Page
      title={item.title}
      note={
        <>
          <Link href={`/dispatch/meetings/${meeting.meetingId}`}>{meeting.title}</Link>　{meeting.heldOn}　第
          {at + 1}项，{sourceNames[item.source]}
        </>
      }
      acts={<Button onClick={() => void print()}>议题单 PDF</Button>}
    >
      {error ? <Refused error={error} /> : null}
      <Panel>
        <SheetBody item={item} />
      </Panel>
      {decisions.length > 0 ? (
        <Panel title="议定事项">
          <DecisionTable label="议定事项" decisions={decisions} empty="" />
        </Panel>
      ) : null}
      <nav className="meeting-steps" aria-label="议题">
        {at > 0 ? <Link href={path(at - 1)}>上一项：{standing[at - 1]?.title}</Link> : <span />}
        {at < standing.length - 1 ? <Link href={path(at + 1)}>下一项：{standing[at + 1]?.title}</Link> : null}
      </nav>
    </Page>
  );
}
