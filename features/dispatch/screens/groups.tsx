import { Button } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, Page, Panel, Shown, useRoute } from '#ui';
import { type GroupView, listGroups } from '../contract.ts';
import { groupKindNames, screenNames } from '../texts.ts';
import { GroupForm } from './group-form.tsx';

const columns = (edit: ((group: GroupView) => void) | undefined): readonly Column<GroupView>[] => [
  {
    key: 'name',
    title: '名称',
    phone: 'title',
    render: (row) =>
      edit ? (
        <Button type="link" className="in-cell" onClick={() => edit(row)}>
          {row.name}
        </Button>
      ) : (
        row.name
      ),
  },
  { key: 'kind', title: '种类', render: (row) => groupKindNames[row.kind] },
  { key: 'chief', title: '召集人', render: (row) => row.chief || '—' },
  {
    key: 'scope',
    title: '职责范围',
    phone: 'hidden',
    render: (row) => <span className="wrapped">{row.scope || '—'}</span>,
  },
  {
    key: 'members',
    title: '成员',
    render: (row) => (
      <span className="wrapped">
        {row.members
          .map(({ org, person, post }) => [org, post, person].filter(Boolean).join(' '))
          .join('；') || '—'}
      </span>
    ),
  },
  { key: 'since', title: '成立', phone: 'hidden', render: (row) => row.since },
  { key: 'until', title: '撤销', phone: 'hidden', render: (row) => row.until ?? '—' },
  { key: 'last', title: '最近一次会议', render: (row) => row.lastMetOn ?? '没有召集过' },
  {
    key: 'idle',
    title: '距今（天）',
    number: true,
    render: (row) => (row.idleDays === null ? '—' : row.idleDays),
  },
  { key: 'meetings', title: '会议', number: true, render: (row) => row.meetings },
  { key: 'tasks', title: '未办结任务', number: true, render: (row) => row.openTasks },
];

/** Joint meetings, commands and task forces; what nobody called for long stands first. */
export function Screen() {
  const query = useRoute(listGroups, {});
  const [edited, edit] = useState<GroupView | 'new'>();
  const maySave = query.data?.maySave ?? false;
  return (
    <Page
      title={screenNames.groups}
      note="联席会议、指挥部和专班；久未召集的排在前面。"
      acts={maySave ? <Button onClick={() => edit('new')}>登记</Button> : null}
    >
      <Panel>
        <Shown query={query}>
          {({ groups }) => (
            <DataTable
              label={screenNames.groups}
              columns={columns(maySave ? edit : undefined)}
              rows={groups}
              rowKey={(row) => row.groupId}
              empty={{
                why: '还没有登记联席会议、指挥部或专班。',
                remedy: maySave ? '点“登记”，写明成员和工作方案。' : '由市政府办公室或市发展改革委登记。',
              }}
            />
          )}
        </Shown>
      </Panel>
      {edited ? (
        <GroupForm group={edited === 'new' ? undefined : edited} close={() => edit(undefined)} />
      ) : null}
    </Page>
  );
}
