import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Column, DataTable, Field, Page, Panel, Shown, useRoute } from '#ui';
import { listOrganisations } from '../contract.ts';
import { kindNames, texts } from '../texts.ts';
import { AddOrganisation } from './add-organisation.tsx';
import { type Directory, type TreeRow, treeRows } from './tree.ts';

/** The offices of the city as a tree in official order, and the groups that documents name them by. */
export function Screen() {
  const directory = useRoute(listOrganisations, {});
  const [adding, add] = useState(false);
  return (
    <Page
      title={texts.organisations}
      note={texts.note}
      acts={
        directory.data?.mayEdit ? (
          <>
            <Link href="/organisation-difference">
              <Button>{texts.difference}</Button>
            </Link>
            <Button type="primary" onClick={() => add(true)}>
              {texts.add}
            </Button>
          </>
        ) : null
      }
    >
      <Shown query={directory}>
        {(data) => (
          <>
            <Tree directory={data} />
            <Groups directory={data} />
            {adding ? <AddOrganisation directory={data} close={() => add(false)} /> : null}
          </>
        )}
      </Shown>
    </Page>
  );
}

const columns: readonly Column<TreeRow>[] = [
  {
    key: 'name',
    title: '名称',
    phone: 'title',
    render: (row) => (
      <span style={{ paddingInlineStart: row.depth * 20 }}>
        <Link href={`/organisations/${row.orgId}`}>{row.name}</Link>
        {row.validTo ? <span className="quiet">（{texts.ended}）</span> : null}
      </span>
    ),
  },
  { key: 'kind', title: '类型', render: (row) => kindNames[row.kind] ?? row.kind },
  { key: 'code', title: '行政区划代码', phone: 'hidden', render: (row) => row.code ?? '—' },
  {
    key: 'aliases',
    title: texts.aliases,
    render: (row) => <span className="wrapped">{row.aliases.join('、') || '—'}</span>,
  },
  { key: 'order', title: texts.order, number: true, phone: 'hidden', render: (row) => row.officialOrder },
  {
    key: 'valid',
    title: '存续',
    phone: 'hidden',
    render: (row) =>
      [row.validFrom, row.validTo].some((one) => one)
        ? `${row.validFrom ?? ''} 至 ${row.validTo ?? '今'}`
        : '—',
  },
];

function Tree({ directory }: { readonly directory: Directory }) {
  const [text, setText] = useState('');
  return (
    <Panel>
      <div className="filters">
        <Field label={texts.search}>
          {(ties) => (
            <Input
              {...ties}
              allowClear
              maxLength={50}
              style={{ width: 220 }}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <DataTable
        label={texts.organisations}
        columns={columns}
        rows={treeRows(directory.rows, text)}
        rowKey={(row) => row.orgId}
        empty={{ why: texts.none }}
      />
    </Panel>
  );
}

function Groups({ directory }: { readonly directory: Directory }) {
  const names = new Map(directory.rows.map((row) => [row.orgId, row.shortName]));
  if (directory.groups.length === 0) return null;
  return (
    <Panel title={texts.groups}>
      <dl className="facts">
        {directory.groups.map((group) => (
          <div key={group.groupId} style={{ display: 'contents' }}>
            <dt>{group.name}</dt>
            <dd>
              {group.members.map((id) => names.get(id) ?? id).join('、')}
              {group.aliases.length > 0 ? (
                <div className="quiet">又称：{group.aliases.join('、')}</div>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
