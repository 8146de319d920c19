import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { addToMonth, firstDayOf, lastDayOf, type Month, monthText } from '#kernel/month';
import { addDays, monthOf, type PlainDate, todayInShanghai, weekdayOf } from '#kernel/plain-date';
import { type Column, DataTable, Page, Panel, Shown, useNarrow, useRoute } from '#ui';
import { type CalendarEntry, dispatchCalendar } from '../contract.ts';
import { levelNames, screenNames, stateNames } from '../texts.ts';
import { FeedPanel } from './feed-panel.tsx';
import { MonthGrid } from './month-grid.tsx';
import './dispatch.css';

/** Whole weeks, Monday to Sunday, that hold a month. */
function weeksOf(month: Month): { readonly from: PlainDate; readonly to: PlainDate } {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return { from: addDays(first, 1 - weekdayOf(first)), to: addDays(last, 7 - weekdayOf(last)) };
}

/** The meetings of a month, foreseen and called; below the rules they follow from. */
export function Screen() {
  const [asked, ask] = useState<Month>();
  // A demonstration has a day of its own, which the first answer tells.
  const first = useRoute(dispatchCalendar, weeksOf(monthOf(todayInShanghai(new Date()))));
  const month = asked ?? (first.data ? monthOf(first.data.today) : undefined);
  const query = useRoute(dispatchCalendar, weeksOf(month ?? monthOf(todayInShanghai(new Date()))), {
    enabled: month !== undefined,
  });
  const narrow = useNarrow();
  const turn = (by: number) => month && ask(addToMonth(month, by));
  return (
    <Page
      title={screenNames.calendar}
      note={month ? `${monthText(month)}；遇休息日顺延到下一个工作日` : null}
      acts={
        <>
          <Button onClick={() => turn(-1)}>上月</Button>
          <Button onClick={() => ask(undefined)}>本月</Button>
          <Button onClick={() => turn(1)}>下月</Button>
        </>
      }
    >
      <Shown query={query}>
        {(data) => (
          <>
            {narrow || !month ? null : (
              <Panel>
                <MonthGrid month={month} from={weeksOf(month).from} data={data} />
              </Panel>
            )}
            <Panel title="日程">
              <DataTable
                label="日程"
                columns={columnsOn(data.today)}
                rows={data.entries.filter(({ day }) => monthOf(day) === month)}
                rowKey={(row) => `${row.day} ${row.cadence} ${row.meetingId}`}
                empty={{ why: '这个月没有会议。', remedy: '按需召开的会议在“会议”中召集。' }}
              />
            </Panel>
            <Panel title="调度制度">
              <DataTable
                label="调度制度"
                columns={rules}
                rows={data.cadences}
                rowKey={(row) => row.id}
                empty={{ why: '市包没有写明调度制度。', remedy: '在“规则”中修改市包文件 dispatch.yaml。' }}
              />
            </Panel>
            <FeedPanel since={data.feedSince} />
          </>
        )}
      </Shown>
    </Page>
  );
}

const columnsOn = (today: PlainDate): readonly Column<CalendarEntry>[] => [
  { key: 'day', title: '日期', render: (row) => `${row.day}${row.time ? ` ${row.time}` : ''}` },
  {
    key: 'name',
    title: '会议',
    phone: 'title',
    render: (row) =>
      row.meetingId && row.mayOpen ? (
        <Link href={`/dispatch/meetings/${row.meetingId}`}>{row.name}</Link>
      ) : (
        row.name
      ),
  },
  { key: 'level', title: '主持层级', render: (row) => levelNames[row.level] },
  {
    key: 'state',
    title: '状态',
    render: (row) =>
      row.state !== 'planned' ? stateNames[row.state] : row.day < today ? '未召集' : '待召集',
  },
  {
    key: 'note',
    title: '说明',
    render: (row) =>
      [row.moved, row.provisional ? '该年放假通知未发布，暂计' : ''].filter(Boolean).join('；') || '—',
  },
];

type Rule = OutputOf<typeof dispatchCalendar>['cadences'][number];

const rules: readonly Column<Rule>[] = [
  { key: 'name', title: '调度', phone: 'title', render: (row) => row.name },
  { key: 'when', title: '何时', render: (row) => row.when },
  { key: 'basis', title: '依据', render: (row) => row.basis },
];
