import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '#http/client';
import { download, Field, Page, PagedTable, Panel, Refused, Shown, useRoute } from '#ui';
import { type CommitmentRow, commitmentViews, exportCommitments, listCommitments } from '../contract.ts';
import { texts, viewNames } from '../texts.ts';
import { CheckDialog } from './check-dialog.tsx';
import { columns } from './columns.tsx';

type Filter = InputOf<typeof listCommitments>;

/** The register of promises: what is promised, what the unit says, what the offices found. */
export function Screen() {
  const [, go] = useLocation();
  const [filter, setFilter] = useState<Filter>({ view: 'open' });
  const [checking, check] = useState<CommitmentRow>();
  const [failed, setFailed] = useState<unknown>();
  const list = useRoute(listCommitments, filter);
  const { data } = list;
  return (
    <Page
      title={texts.commitments}
      note={data ? texts.checkRule(data.months, data.basis) : undefined}
      acts={
        <>
          <Button
            onClick={() => download(exportCommitments, filter).then(() => setFailed(undefined), setFailed)}
          >
            {texts.export}
          </Button>
          {data?.mayOpen ? (
            <Button type="primary" onClick={() => go('/matters/new?kind=commitment')}>
              {texts.open}
            </Button>
          ) : null}
        </>
      }
    >
      {failed ? <Refused error={failed} /> : null}
      <Panel>
        <div className="filters">
          <Field label={texts.view}>
            {(ties) => (
              <Select
                {...ties}
                allowClear
                style={{ width: 200 }}
                placeholder={texts.any}
                value={filter.view}
                onChange={(view) => setFilter({ ...filter, view })}
                options={commitmentViews.map((view) => ({
                  value: view,
                  label: `${viewNames[view]} ${data?.counts[view] ?? ''}`,
                }))}
              />
            )}
          </Field>
          <Field label={texts.words}>
            {(ties) => (
              <Input.Search
                {...ties}
                allowClear
                style={{ width: 260 }}
                maxLength={100}
                onSearch={(words) => setFilter({ ...filter, words: words || undefined })}
              />
            )}
          </Field>
        </div>
        <Shown query={list}>
          {({ rows }) => (
            <PagedTable
              label={texts.commitments}
              columns={columns(check)}
              rows={rows}
              rowKey={(row) => row.matterId}
              empty={{ why: texts.none, remedy: texts.noneRemedy }}
            />
          )}
        </Shown>
      </Panel>
      {checking ? <CheckDialog row={checking} close={() => check(undefined)} /> : null}
    </Page>
  );
}
