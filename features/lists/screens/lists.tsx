import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Page, Panel, Shown, useRoute } from '#ui';
import { yearLists } from '../contract.ts';
import { texts } from '../texts.ts';
import { type Asked, DayFilter, searchOf, useDay } from './use-day.tsx';

type List = OutputOf<typeof yearLists>['lists'][number];

/** The lists of a year as they stood on a day. */
export function Screen() {
  const [asked, years, turn, choices] = useDay();
  if (!asked)
    return (
      <Page title={texts.lists}>
        <Shown query={choices}>{() => null}</Shown>
      </Page>
    );
  return (
    <Page title={texts.lists} note="入列规则和依据条款取自市包；日期不填为今天，往年为年末。">
      <Panel>
        <DayFilter {...{ asked, years, turn }} />
        <Lists asked={asked} />
      </Panel>
    </Page>
  );
}

function Lists({ asked }: { readonly asked: Asked }) {
  const lists = useRoute(yearLists, asked);
  const search = searchOf(asked);
  const columns: readonly Column<List>[] = [
    {
      key: 'name',
      title: '清单',
      phone: 'title',
      render: (row) => <Link href={`/lists/${row.id}?${search}`}>{row.name}</Link>,
    },
    { key: 'kind', title: '种类', render: (row) => (row.kind === 'plan' ? '计划' : '清单') },
    { key: 'projects', title: texts.projects, number: true, render: (row) => row.projects },
    {
      key: 'contested',
      title: texts.contested,
      number: true,
      render: (row) =>
        row.contested > 0 ? <Link href={`/lists/mismatches?${search}`}>{row.contested}</Link> : '0',
    },
    { key: 'lead', title: texts.lead, render: (row) => row.lead ?? '—' },
    {
      key: 'rule',
      title: texts.rule,
      render: (row) => (
        <span className="wrapped">
          {row.ruleText ?? texts.noRule}
          {row.clause ? <span className="quiet">（{row.clause}）</span> : null}
        </span>
      ),
    },
  ];
  return (
    <Shown query={lists}>
      {(data) => (
        <>
          <p className="quiet">
            {data.year}年，截至 {data.asOf}
          </p>
          <DataTable
            label={texts.lists}
            columns={columns}
            rows={data.lists}
            rowKey={(row) => row.id}
            empty={{ why: texts.noLists }}
          />
        </>
      )}
    </Shown>
  );
}
