import './secretaries.css';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { InputOf, OutputOf } from '#http/client';
import { download, Empty, Field, Page, PagedTable, Panel, Percent, Refused, Shown, useRoute } from '#ui';
import { coverageStates, exportSecretaryCoverage, secretaryCoverage } from '../contract.ts';
import { stateNames, texts } from '../texts.ts';
import { loadColumns, rowColumns } from './coverage-columns.tsx';

type Filter = InputOf<typeof secretaryCoverage>;
type Coverage = OutputOf<typeof secretaryCoverage>;

/** Whether every project the rule asks for has a secretary who comes. */
export function Screen() {
  const [filter, setFilter] = useState<Filter>({});
  const [failed, setFailed] = useState<unknown>();
  const seen = useRoute(secretaryCoverage, filter);
  const set = (part: Filter) => setFilter({ ...filter, ...part });
  return (
    <Page
      title={texts.coverage}
      note={seen.data ? texts.silentRule(seen.data.silentDays, seen.data.basis) : undefined}
      acts={
        <Button
          onClick={() =>
            download(exportSecretaryCoverage, filter).then(() => setFailed(undefined), setFailed)
          }
        >
          {texts.export}
        </Button>
      }
    >
      {failed ? <Refused error={failed} /> : null}
      <Shown query={seen}>
        {(data) =>
          data.kind ? (
            <>
              <Counts data={data} pick={(state) => set({ state })} />
              <Panel title={texts.projects}>
                <Choose data={data} filter={filter} set={set} />
                <PagedTable
                  label={texts.projects}
                  columns={rowColumns}
                  rows={data.rows}
                  rowKey={(row) => row.projectId}
                  empty={{ why: texts.noRows, remedy: texts.noRowsRemedy }}
                />
              </Panel>
              <Panel title={texts.load}>
                <PagedTable
                  label={texts.load}
                  columns={loadColumns((secretary) => set({ secretary, state: undefined }))}
                  rows={data.load}
                  rowKey={(row) => row.key}
                  empty={{ why: texts.noLoad }}
                />
              </Panel>
            </>
          ) : (
            <Empty why={texts.noKind} remedy={texts.noKindRemedy} />
          )
        }
      </Shown>
    </Page>
  );
}

type State = (typeof coverageStates)[number];

/** Every figure opens the rows it counts. */
function Counts({
  data,
  pick,
}: {
  readonly data: Coverage;
  readonly pick: (state: State | undefined) => void;
}) {
  const { counts, kind } = data;
  return (
    <>
      {kind?.rule ? <p className="quiet">{texts.rule(kind.rule, kind.clause)}</p> : null}
      <dl className="counts coverage-counts">
        <div>
          <dt>{texts.asked}</dt>
          <dd>{kind?.rule ? counts.asked : '—'}</dd>
        </div>
        <div>
          <dt>{texts.share}</dt>
          <dd>
            {counts.asked > 0 ? <Percent part={String(counts.held)} whole={String(counts.asked)} /> : '—'}
          </dd>
        </div>
        {coverageStates.map((state) => (
          <div key={state}>
            <dt>{stateNames[state]}</dt>
            <dd>
              <Button type="link" className="in-cell" onClick={() => pick(state)}>
                {counts[state]}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type ChooseProps = {
  readonly data: Coverage;
  readonly filter: Filter;
  readonly set: (part: Filter) => void;
};

function Choose({ data, filter, set }: ChooseProps) {
  return (
    <div className="filters">
      <Field label="情况">
        {(ties) => (
          <Select
            {...ties}
            allowClear
            style={{ width: 180 }}
            placeholder={texts.anyState}
            value={filter.state}
            onChange={(state) => set({ state })}
            options={coverageStates.map((state) => ({ value: state, label: stateNames[state] }))}
          />
        )}
      </Field>
      <Field label="地区">
        {(ties) => (
          <Select
            {...ties}
            allowClear
            style={{ width: 200 }}
            placeholder={texts.anyDistrict}
            value={filter.district}
            onChange={(district) => set({ district })}
            options={data.districts.map(({ orgId, name, count }) => ({
              value: orgId,
              label: `${name} ${count}`,
            }))}
          />
        )}
      </Field>
      <Field label={texts.secretary}>
        {(ties) => (
          <Select
            {...ties}
            allowClear
            showSearch
            optionFilterProp="label"
            style={{ width: 200 }}
            placeholder={texts.anySecretary}
            value={filter.secretary}
            onChange={(secretary) => set({ secretary })}
            options={data.load.map(({ key, name, projects }) => ({
              value: key,
              label: `${name} ${projects}`,
            }))}
          />
        )}
      </Field>
    </div>
  );
}
