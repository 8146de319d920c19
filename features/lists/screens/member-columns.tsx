import { Button } from 'antd';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Column, Money } from '#ui';
import type { listMembers } from '../contract.ts';
import { basisNames, texts, memberColumns as title, verdictNames } from '../texts.ts';

export type Member = OutputOf<typeof listMembers>['rows'][number];

/** The columns of a list; why a project is on it is one click away. */
export function memberColumns<Row extends Member>(unit: string, explain: (row: Row) => void): Column<Row>[] {
  return [
    { key: 'number', title: title.number, render: (row) => <span className="instant">{row.number}</span> },
    {
      key: 'name',
      title: title.name,
      phone: 'title',
      render: (row) => (
        <>
          <Link href={`/projects/${row.projectId}`} className="wrapped">
            {row.name}
          </Link>
          {row.apart ? <div className="quiet wrapped">{row.apart}</div> : null}
        </>
      ),
    },
    { key: 'districts', title: title.districts, render: (row) => row.districts.join('、') || '—' },
    { key: 'category', title: title.category, render: (row) => row.category ?? '—' },
    {
      key: 'total',
      title: `${title.totalFen}（${unit}）`,
      number: true,
      render: (row) => <Money fen={row.totalFen} />,
    },
    { key: 'from', title: title.fromOn, render: (row) => row.fromOn },
    { key: 'basis', title: title.basis, render: (row) => basisNames[row.basis] },
    {
      key: 'verdict',
      title: title.verdict,
      render: (row) => (
        <>
          {verdictNames[row.verdict]}{' '}
          <Button
            type="link"
            className="in-cell"
            aria-label={`${row.name}${texts.why}`}
            onClick={() => explain(row)}
          >
            {texts.why}
          </Button>
        </>
      ),
    },
  ];
}
