import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import {
  type Column,
  download,
  Field,
  LightMark,
  Page,
  PagedTable,
  Panel,
  Refused,
  Shown,
  useRoute,
} from '#ui';
import { exportMilestones, listMilestones, type MilestoneProject } from '../contract.ts';
import { texts, columnTitles as title, viewNames } from '../texts.ts';

type View = keyof typeof viewNames;

/** Projects in preparation by their formalities, the longest overdue first. */
export function Screen() {
  const [view, setView] = useState<View>('late');
  const [failed, setFailed] = useState<unknown>();
  const list = useRoute(listMilestones, { view });
  const counts = list.data?.counts;
  const lit = list.data?.lightText !== null;
  return (
    <Page
      title={texts.milestones}
      note={texts.ownOnly}
      acts={
        <Button
          onClick={() => download(exportMilestones, { view }).then(() => setFailed(undefined), setFailed)}
        >
          {texts.export}
        </Button>
      }
    >
      {failed ? <Refused error={failed} /> : null}
      <Panel>
        <div className="filters">
          <Field label={texts.view}>
            {(ties) => (
              <Select<View>
                {...ties}
                style={{ width: 180 }}
                value={view}
                onChange={setView}
                options={(Object.keys(viewNames) as View[]).map((one) => ({
                  value: one,
                  label: `${viewNames[one]} ${counts?.[one] ?? 0}`,
                }))}
              />
            )}
          </Field>
        </div>
        <Shown query={list}>
          {({ rows, lightText }) => (
            <>
              <p className="quiet">{lightText ?? texts.noLight}</p>
              <PagedTable
                label={texts.milestones}
                columns={columns.filter((one) => lit || one.key !== 'light')}
                rows={rows}
                rowKey={(row) => row.projectId}
                empty={{ why: texts.none, remedy: texts.noneRemedy }}
              />
            </>
          )}
        </Shown>
      </Panel>
    </Page>
  );
}

const columns: readonly Column<MilestoneProject>[] = [
  { key: 'number', title: title.number, render: (row) => <span className="instant">{row.number}</span> },
  {
    key: 'name',
    title: title.name,
    phone: 'title',
    render: (row) => (
      <Link className="wrapped" href={`/projects/${row.projectId}/milestones`}>
        {row.name}
      </Link>
    ),
  },
  { key: 'districts', title: title.districts, render: (row) => row.districts.join('、') },
  { key: 'stage', title: title.stage, render: (row) => row.stage },
  { key: 'light', title: title.light, render: (row) => <LightMark light={row.light} /> },
  { key: 'done', title: title.done, number: true, render: (row) => `${row.done} / ${row.needed}` },
  {
    key: 'worst',
    title: title.worst,
    render: (row) =>
      row.worst ? (
        <span className="wrapped">
          {row.worst.name}
          {row.worst.more > 0 ? <span className="quiet"> {texts.more(row.worst.more)}</span> : null}
        </span>
      ) : (
        '—'
      ),
  },
  {
    key: 'planned',
    title: title.planned,
    render: (row) => <span className="instant">{row.worst?.planned ?? '—'}</span>,
  },
  { key: 'late', title: title.daysLate, number: true, render: (row) => row.worst?.daysLate ?? '—' },
];
