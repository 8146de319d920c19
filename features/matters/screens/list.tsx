import './matters.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { download, Instant, Page, Panel, Refused, Shown, useRoute } from '#ui';
import { exportMatters, listMatters } from '../contract.ts';
import { type Kinds, useKinds } from './kinds.ts';
import { filterSentence } from './list/filter-sentence.ts';
import { ListFilters } from './list/list-filters.tsx';
import { MatterTable } from './list/matter-table.tsx';
import { searchOf, useFilter } from './list/use-filter.ts';
import { listTexts, texts } from './texts.ts';

/** Every matter the reader sees; what is shown stands in one sentence and is exported as it is shown. */
export function Screen() {
  const kinds = useKinds();
  if (kinds.data) return <MatterList kinds={kinds.data} />;
  return (
    <Page title={texts.matters}>
      <Shown query={kinds}>{() => null}</Shown>
    </Page>
  );
}

function MatterList({ kinds }: { readonly kinds: Kinds }) {
  const [, go] = useLocation();
  const [filter, change] = useFilter();
  const [exporting, setExporting] = useState<'busy' | { readonly error: unknown }>();
  const { page, pageSize, ...among } = filter;
  const rows = useRoute(listMatters, filter);
  const countsOverdue = among.overdue !== true && among.open !== false;
  const overdue = useRoute(listMatters, { ...among, overdue: true, pageSize: 1 }, { enabled: countsOverdue });
  const save = async () => {
    setExporting('busy');
    try {
      await download(exportMatters, among);
      setExporting(undefined);
    } catch (error) {
      setExporting({ error });
    }
  };
  return (
    <Page
      title={texts.matters}
      note={
        rows.data ? (
          <>
            {listTexts.judgedAt} <Instant at={rows.data.now} />
          </>
        ) : undefined
      }
      acts={
        <>
          <Button onClick={() => go(`/matter-wall?${searchOf(among)}`)}>{texts.toWall}</Button>
          {kinds.may.export ? (
            <Button onClick={() => void save()} loading={exporting === 'busy'}>
              {texts.export}
            </Button>
          ) : null}
          {kinds.may.open ? (
            <Button type="primary" onClick={() => go('/matters/new')}>
              {texts.open}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        {typeof exporting === 'object' ? <Refused error={exporting.error} /> : null}
        <ListFilters filter={filter} kinds={kinds} change={change} />
        <Shown query={rows}>
          {(data) => (
            <>
              <p className="matter-sentence" role="status">
                <b>{filterSentence(filter, kinds)}</b>：
                {rows.isPlaceholderData ? listTexts.stillBefore : listTexts.total(data.total)}
                {countsOverdue && overdue.data && !overdue.isPlaceholderData
                  ? `，${listTexts.overdueOf(overdue.data.total)}`
                  : ''}
              </p>
              <MatterTable
                label={texts.matters}
                rows={data.rows}
                now={data.now}
                empty={{ why: listTexts.empty, remedy: listTexts.emptyRemedy }}
                paging={{
                  page: data.page,
                  size: data.pageSize,
                  total: data.total,
                  turn: (to) => change({ ...filter, page: to }),
                }}
              />
            </>
          )}
        </Shown>
      </Panel>
    </Page>
  );
}
