import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { projectChoices } from '#features/projects';
import {
  type Column,
  download,
  Field,
  Filters,
  Page,
  PagedTable,
  Panel,
  Refused,
  Shown,
  useRoute,
} from '#ui';
import { exportStarts, listStarts, type StartRow, startStates } from '../contract.ts';
import { checkNames, stateNames, texts, columnTitles as title } from '../texts.ts';

type State = (typeof startStates)[number];

/** Starts that wait for the district, and starts without their proof. */
export function Screen() {
  const choices = useRoute(projectChoices, {});
  if (choices.data) return <Starts years={choices.data.years} />;
  return (
    <Page title={texts.starts}>
      <Shown query={choices}>{() => null}</Shown>
    </Page>
  );
}

function Starts({ years }: { readonly years: readonly number[] }) {
  const [year, setYear] = useState(years[0] ?? 2000);
  const [state, setState] = useState<State | 'all'>('unpermitted');
  const [failed, setFailed] = useState<unknown>();
  const filter = { year, ...(state === 'all' ? {} : { state }) };
  const starts = useRoute(listStarts, filter);
  const counts = starts.data?.counts ?? {};
  return (
    <Page
      title={texts.starts}
      note={texts.ownOnly}
      acts={
        <Button onClick={() => download(exportStarts, filter).then(() => setFailed(undefined), setFailed)}>
          {texts.export}
        </Button>
      }
    >
      {failed ? <Refused error={failed} /> : null}
      <Panel>
        <Filters>
          <Field label={texts.year}>
            {(ties) => (
              <Select
                {...ties}
                style={{ width: 112 }}
                value={year}
                onChange={setYear}
                options={years.map((one) => ({ value: one, label: `${one}年` }))}
              />
            )}
          </Field>
          <Field label={texts.state}>
            {(ties) => (
              <Select<State | 'all'>
                {...ties}
                style={{ width: 200 }}
                value={state}
                onChange={setState}
                options={[
                  ...startStates.map((one) => ({
                    value: one,
                    label: `${stateNames[one]} ${counts[one] ?? 0}`,
                  })),
                  { value: 'all' as const, label: texts.all },
                ]}
              />
            )}
          </Field>
        </Filters>
        <Shown query={starts}>
          {({ rows, text, clause }) => (
            <>
              <p className="quiet">
                {texts.rule}：{text}
                {clause ? `（${clause}）` : ''}
              </p>
              <PagedTable
                label={texts.starts}
                columns={columns}
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

const columns: readonly Column<StartRow>[] = [
  { key: 'number', title: title.number, render: (row) => <span className="instant">{row.number}</span> },
  {
    key: 'name',
    title: title.name,
    phone: 'title',
    render: (row) => (
      <Link className="wrapped" href={`/projects/${row.projectId}/start`}>
        {row.name}
      </Link>
    ),
  },
  { key: 'districts', title: title.districts, render: (row) => row.districts.join('、') },
  { key: 'stage', title: title.stage, render: (row) => row.stage },
  {
    key: 'planned',
    title: title.plannedStart,
    render: (row) => <span className="instant">{row.plannedStart ?? '—'}</span>,
  },
  { key: 'begun', title: title.begun, render: (row) => (row.begun ? texts.begun : texts.notBegun) },
  {
    key: 'missing',
    title: title.missing,
    render: (row) => (row.missing ? <span className="doubt">{row.missing}</span> : '—'),
  },
  {
    key: 'check',
    title: title.check,
    render: (row) =>
      [checkNames[row.check], row.seenOn, row.ground].filter((part) => part !== null).join(' · '),
  },
  {
    key: 'act',
    title: '办理',
    render: (row) => (
      <Link href={`/projects/${row.projectId}/start`}>
        {row.mayCheck ? texts.check : row.mayShowProof && row.missing ? texts.proof : '查看'}
      </Link>
    ),
  },
];
