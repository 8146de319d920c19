import { Button } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import {
  download,
  MoneyUnitSwitch,
  Page,
  PagedTable,
  Panel,
  Refused,
  type ScreenProps,
  Shown,
  useMoneyUnit,
  useRoute,
} from '#ui';
import { exportList, listMembers } from '../contract.ts';
import { texts } from '../texts.ts';
import { Explanation } from './explanation.tsx';
import { type Member, memberColumns } from './member-columns.tsx';
import { PutOn } from './put-on.tsx';
import { TakeOff } from './take-off.tsx';
import { type Asked, DayFilter, useDay } from './use-day.tsx';

type Listed = OutputOf<typeof listMembers>;

/** One list as it stood on a day. */
export function Screen({ params }: ScreenProps) {
  const [asked, years, turn, choices] = useDay();
  if (!asked)
    return (
      <Page title={texts.lists}>
        <Shown query={choices}>{() => null}</Shown>
      </Page>
    );
  return <Members list={params['list'] ?? ''} {...{ asked, years, turn }} />;
}

type MembersProps = {
  readonly list: string;
  readonly asked: Asked;
  readonly years: readonly number[];
  readonly turn: (to: Asked) => void;
};

function Members({ list, asked, years, turn }: MembersProps) {
  const { unit } = useMoneyUnit();
  const [exporting, setExporting] = useState<'busy' | { readonly error: unknown }>();
  const [putting, put] = useState(false);
  const members = useRoute(listMembers, { list, ...asked });
  const head = members.data?.list;
  const save = async () => {
    setExporting('busy');
    try {
      await download(exportList, { list, ...asked, unit });
      setExporting(undefined);
    } catch (error) {
      setExporting({ error });
    }
  };
  return (
    <Page
      title={head ? `${asked.year}年${head.name}` : texts.lists}
      note={head ? `${head.ruleText ?? texts.noRule}${head.clause ? `（${head.clause}）` : ''}` : undefined}
      acts={
        <>
          <MoneyUnitSwitch />
          <Button onClick={() => void save()} loading={exporting === 'busy'}>
            {texts.export}
          </Button>
          {members.data?.mayEdit ? (
            <Button type="primary" onClick={() => put(true)}>
              {texts.putOn}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        {typeof exporting === 'object' ? <Refused error={exporting.error} /> : null}
        <DayFilter {...{ asked, years, turn }} />
        <Shown query={members}>{(data) => <MemberTable data={data} unit={unit} />}</Shown>
      </Panel>
      {putting && head ? <PutOn list={head} year={asked.year} close={() => put(false)} /> : null}
    </Page>
  );
}

function MemberTable({ data, unit }: { readonly data: Listed; readonly unit: string }) {
  const [explained, explain] = useState<Member>();
  const [leaving, leave] = useState<Member>();
  const apart = data.rows.filter((row) => row.apart).length;
  const columns = memberColumns<Member>(unit, explain);
  if (data.mayEdit)
    columns.push({
      key: 'off',
      title: '操作',
      render: (row) => (
        <Button
          type="link"
          className="in-cell"
          aria-label={`${texts.takeOff}${row.name}`}
          onClick={() => leave(row)}
        >
          {texts.takeOff}
        </Button>
      ),
    });
  return (
    <>
      <p className="quiet">{texts.members(data.asOf, data.rows.length - apart, apart)}</p>
      <PagedTable
        label={data.list.name}
        columns={columns}
        rows={data.rows}
        rowKey={(row) => row.projectId}
        empty={{ why: texts.none, remedy: texts.noneRemedy }}
      />
      {explained ? (
        <Explanation member={explained} rule={data.list.ruleText} close={() => explain(undefined)} />
      ) : null}
      {leaving ? (
        <TakeOff list={data.list} year={data.year} member={leaving} close={() => leave(undefined)} />
      ) : null}
    </>
  );
}
