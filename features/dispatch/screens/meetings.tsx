import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Page, Panel, Shown, useRoute } from '#ui';
import { listMeetings } from '../contract.ts';
import { levelNames, screenNames, stateNames } from '../texts.ts';
import { NewMeeting } from './new-meeting.tsx';

type Row = OutputOf<typeof listMeetings>['meetings'][number];

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    title: '会议',
    phone: 'title',
    render: (row) => <Link href={`/dispatch/meetings/${row.meetingId}`}>{row.title}</Link>,
  },
  { key: 'day', title: '日期', render: (row) => `${row.heldOn}${row.heldAt ? ` ${row.heldAt}` : ''}` },
  { key: 'level', title: '主持层级', render: (row) => levelNames[row.level] },
  { key: 'chair', title: '主持人', phone: 'hidden', render: (row) => row.chair || '—' },
  { key: 'group', title: '议事机构', phone: 'hidden', render: (row) => row.group?.name ?? '—' },
  { key: 'state', title: '状态', render: (row) => stateNames[row.state] },
  { key: 'items', title: '议题', number: true, render: (row) => row.items },
  { key: 'decisions', title: '议定事项', number: true, render: (row) => row.decisions },
  { key: 'done', title: '已办结', number: true, render: (row) => row.done },
  { key: 'overdue', title: '超期', number: true, render: (row) => row.overdue },
];

/** The meetings of all levels, and the way to a new one. */
export function Screen() {
  const list = useRoute(listMeetings, {});
  const [calling, call] = useState(false);
  return (
    <Page
      title={screenNames.meetings}
      note="议题按数据提出，议定事项当场成为任务；下次会议先看上次议定事项的落实。"
      acts={
        list.data?.mayPrepare ? (
          <Button type="primary" onClick={() => call(true)}>
            召集会议
          </Button>
        ) : null
      }
    >
      <Panel>
        <Shown query={list}>
          {({ meetings, mayPrepare }) => (
            <DataTable
              label={screenNames.meetings}
              columns={columns}
              rows={meetings}
              rowKey={(row) => row.meetingId}
              empty={{
                why: mayPrepare ? '还没有召集过会议。' : '还没有邀请本单位参加的会议。',
                remedy: mayPrepare ? '点“召集会议”，系统按数据提出议题。' : '收到会议通知后会出现在这里。',
              }}
            />
          )}
        </Shown>
      </Panel>
      {calling ? <NewMeeting close={() => call(false)} /> : null}
    </Page>
  );
}
