import { Select, Tabs } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { type Column, Field, Page, PagedTable, Panel, Shown, useRoute } from '#ui';
import { projectChoices, statisticsEntry, type statisticsStates } from '../contract.ts';
import { statisticsNames, texts } from '../texts.ts';
import { Gaps, projectColumns } from './gaps.tsx';

type Entry = OutputOf<typeof statisticsEntry>['rows'][number];
type State = (typeof statisticsStates)[number];

/** Projects nobody answers for, and projects that ought to be in statistics and are not. */
export function Screen() {
  const choices = useRoute(projectChoices, {});
  if (choices.data) return <Watch years={choices.data.years} />;
  return (
    <Page title={texts.watch}>
      <Shown query={choices}>{() => null}</Shown>
    </Page>
  );
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
