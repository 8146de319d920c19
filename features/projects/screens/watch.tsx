import { Select, Tabs } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Column, Field, Page, PagedTable, Panel, Shown, useRoute } from '#ui';
import { projectChoices, responsibilityGaps, statisticsEntry, type statisticsStates } from '../contract.ts';
import { statisticsNames, texts } from '../texts.ts';

type Gap = OutputOf<typeof responsibilityGaps>['rows'][number];
type Entry = OutputOf<typeof statisticsEntry>['rows'][number];
type State = (typeof statisticsStates)[number];

/** Projects nobody answers for, and projects that ought to be in statistics and are not. */
export function Screen() {
  const choices = useRoute(projectChoices, {});
  return <Shown query={choices}>{({ years }) => <Watch years={years} />}</Shown>;
}

function Watch({ years }: { readonly years: readonly number[] }) {
  const [year, setYear] = useState(years[0] ?? 2000);
  return (
    <Page
      title={texts.watch}
      note="只列您职责范围内的项目"
      acts={
        <Select
          aria-label={texts.year}
          style={{ width: 112 }}
          value={year}
          onChange={setYear}
          options={years.map((one) => ({ value: one, label: `${one}年` }))}
        />
      }
    >
      <Panel>
        <Tabs
          items={[
            { key: 'gaps', label: texts.gaps, children: <Gaps year={year} /> },
            { key: 'due', label: texts.statistics, children: <Statistics year={year} /> },
          ]}
        />
      </Panel>
    </Page>
  );
}

function projectColumns<Row extends { projectId: string; number: string; name: string }>(): Column<Row>[] {
  return [
    { key: 'number', title: '编号', render: (row) => <span className="instant">{row.number}</span> },
    {
      key: 'name',
      title: '名称',
      phone: 'title',
      render: (row) => <Link href={`/projects/${row.projectId}`}>{row.name}</Link>,
    },
  ];
}

const gapColumns: readonly Column<Gap>[] = [
  ...projectColumns<Gap>(),
  { key: 'kind', title: '缺', render: (row) => row.kind.name },
  {
    key: 'result',
    title: '情况',
    render: (row) => (row.result === 'missing' ? '没有登记' : '档案不全，无法判断是否须有'),
  },
  { key: 'rule', title: '规则', render: (row) => <span className="wrapped">{row.rule}</span> },
];

function Gaps({ year }: { readonly year: number }) {
  const gaps = useRoute(responsibilityGaps, { year });
  return (
    <Shown query={gaps}>
      {({ rows }) => (
        <>
          <p className="quiet">
            {texts.gapsNote}共 {rows.length} 处。
          </p>
          <PagedTable
            label={texts.gaps}
            columns={gapColumns}
            rows={rows}
            rowKey={(row) => `${row.projectId} ${row.kind.id}`}
            empty={{ why: texts.noGaps }}
          />
        </>
      )}
    </Shown>
  );
}

const entryColumns: readonly Column<Entry>[] = [
  ...projectColumns<Entry>(),
  { key: 'state', title: '情况', render: (row) => statisticsNames[row.state] },
  { key: 'entered', title: '入统日期', render: (row) => row.enteredOn ?? '—' },
  { key: 'stated', title: '登记日期', render: (row) => row.statedOn ?? '—' },
];

function Statistics({ year }: { readonly year: number }) {
  const [state, setState] = useState<State>('due');
  const entries = useRoute(statisticsEntry, { year, state });
  const states = Object.keys(statisticsNames) as State[];
  return (
    <Shown query={entries}>
      {({ rows, rule, clause, counts }) => (
        <>
          <p className="quiet">
            应统范围：{rule}
            {clause ? `（${clause}）` : ''}
          </p>
          <div className="filters">
            <Field label="情况">
              {(ties) => (
                <Select
                  {...ties}
                  style={{ width: 180 }}
                  value={state}
                  onChange={setState}
                  options={states.map((one) => ({
                    value: one,
                    label: `${statisticsNames[one]} ${counts[one] ?? 0}`,
                  }))}
                />
              )}
            </Field>
          </div>
          <PagedTable
            label={texts.statistics}
            columns={entryColumns}
            rows={rows}
            rowKey={(row) => row.projectId}
            empty={{ why: texts.noDue }}
          />
        </>
      )}
    </Shown>
  );
}
