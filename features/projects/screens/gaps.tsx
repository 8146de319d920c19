import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import { type Column, download, Field, Filters, PagedTable, Refused, Shown, useRoute } from '#ui';
import { exportGaps, type GapRow, responsibilityGaps } from '../contract.ts';
import { gapResultNames, texts, gapColumns as title } from '../texts.ts';

type Filter = InputOf<typeof responsibilityGaps>;

export function projectColumns<
  Row extends { projectId: string; number: string; name: string },
>(): Column<Row>[] {
  return [
    { key: 'number', title: title.number, render: (row) => <span className="instant">{row.number}</span> },
    {
      key: 'name',
      title: title.name,
      phone: 'title',
      render: (row) => (
        <Link className="wrapped" href={`/projects/${row.projectId}`}>
          {row.name}
        </Link>
      ),
    },
  ];
}

const columns: readonly Column<GapRow>[] = [
  ...projectColumns<GapRow>(),
  {
    key: 'districts',
    title: title.districts,
    render: (row) => row.districts.map((one) => one.name).join('、'),
  },
  { key: 'kind', title: title.kind, render: (row) => row.kind.name },
  { key: 'result', title: title.result, render: (row) => gapResultNames[row.result] },
  { key: 'by', title: title.actedBy, render: (row) => row.actedBy.join('、') || '—' },
  {
    key: 'since',
    title: title.openSince,
    render: (row) => <span className="instant">{row.openSince}</span>,
  },
  { key: 'days', title: title.daysOpen, number: true, render: (row) => row.daysOpen },
  {
    key: 'rule',
    title: title.rule,
    render: (row) => (
      <span className="wrapped">
        {row.rule}
        {row.clause ? `（${row.clause}）` : ''}
      </span>
    ),
  },
];

/** Who answers for nothing yet: what is missing, who is to name somebody, for how long it has been so. */
export function Gaps({ year }: { readonly year: number }) {
  const [kind, setKind] = useState<string>();
  const [district, setDistrict] = useState<Filter['district']>();
  const [failed, setFailed] = useState<unknown>();
  const filter: Filter = { year, ...(kind ? { kind } : {}), ...(district ? { district } : {}) };
  const gaps = useRoute(responsibilityGaps, filter);
  const { kinds = [], districts = [] } = gaps.data ?? {};
  return (
    <>
      {failed ? <Refused error={failed} /> : null}
      <Filters>
        <Field label={title.kind}>
          {(ties) => (
            <Select
              {...ties}
              style={{ width: 200 }}
              allowClear
              placeholder={texts.allKinds}
              value={kind ?? null}
              onChange={(id) => setKind(id ?? undefined)}
              options={kinds.map(({ id, name, count }) => ({ value: id, label: `${name} ${count}` }))}
            />
          )}
        </Field>
        <Field label={title.districts}>
          {(ties) => (
            <Select
              {...ties}
              style={{ width: 200 }}
              allowClear
              placeholder={texts.allDistricts}
              value={district ?? null}
              onChange={(id) => setDistrict(id ?? undefined)}
              options={districts.map(({ orgId, name, count }) => ({
                value: orgId,
                label: `${name} ${count}`,
              }))}
            />
          )}
        </Field>
        <Button onClick={() => download(exportGaps, filter).then(() => setFailed(undefined), setFailed)}>
          {texts.export}
        </Button>
      </Filters>
      <Shown query={gaps}>
        {({ rows }) => (
          <>
            <p className="quiet">
              {texts.gapsNote}共 {rows.length} 处。
            </p>
            <PagedTable
              label={texts.gaps}
              columns={columns}
              rows={rows}
              rowKey={(row) => `${row.projectId} ${row.kind.id}`}
              empty={{ why: texts.noGaps }}
            />
          </>
        )}
      </Shown>
    </>
  );
}
