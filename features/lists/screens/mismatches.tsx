import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { Page, PagedTable, Panel, Shown, useMoneyUnit, useRoute } from '#ui';
import { listMismatches } from '../contract.ts';
import { texts } from '../texts.ts';
import { Explanation } from './explanation.tsx';
import { memberColumns } from './member-columns.tsx';
import { type Asked, DayFilter, useDay } from './use-day.tsx';

type Odd = OutputOf<typeof listMismatches>['rows'][number];

/** On a list though its rule did not admit them, or could not tell. */
export function Screen() {
  const [asked, years, turn, choices] = useDay();
  if (!asked)
    return (
      <Page title={texts.mismatches}>
        <Shown query={choices}>{() => null}</Shown>
      </Page>
    );
  return (
    <Page
      title={texts.mismatches}
      note="清单文件列入或例外列入、而入列规则不符合或无法判断的项目；只列出，不自动移出。"
    >
      <Panel>
        <DayFilter {...{ asked, years, turn }} />
        <Mismatches asked={asked} />
      </Panel>
    </Page>
  );
}

function Mismatches({ asked }: { readonly asked: Asked }) {
  const { unit } = useMoneyUnit();
  const [explained, explain] = useState<Odd>();
  const found = useRoute(listMismatches, asked);
  const columns = [
    {
      key: 'list',
      title: texts.lists,
      render: (row: Odd) => <Link href={`/lists/${row.listId}?year=${asked.year}`}>{row.list}</Link>,
    },
    ...memberColumns<Odd>(unit, explain),
  ];
  return (
    <Shown query={found}>
      {(data) => (
        <>
          <p className="quiet">
            截至 {data.asOf}，共 {data.rows.length} 处
          </p>
          <PagedTable
            label={texts.mismatches}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => `${row.listId} ${row.projectId}`}
            empty={{ why: texts.noMismatches }}
          />
          {explained ? <Explanation member={explained} rule={null} close={() => explain(undefined)} /> : null}
        </>
      )}
    </Shown>
  );
}
