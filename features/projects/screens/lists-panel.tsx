import { Link } from 'wouter';
import { type Column, DataTable, Empty, Panel } from '#ui';
import type { Project } from '../contract.ts';
import { basisNames, linkNames, texts } from '../texts.ts';

type Membership = Project['memberships'][number];
type Code = Project['codes'][number];

const verdicts: Readonly<Record<string, string>> = {
  met: '符合规则',
  'not-met': '不符合规则',
  unknown: '无法判断',
  'no-rule': '由牵头单位认定',
};

const membershipColumns: readonly Column<Membership>[] = [
  {
    key: 'list',
    title: '清单',
    phone: 'title',
    render: (row) => <Link href={`/lists/${row.list.id}?year=${row.year}`}>{row.list.name}</Link>,
  },
  { key: 'year', title: '年度', number: true, render: (row) => row.year },
  { key: 'from', title: '列入', render: (row) => row.fromOn },
  { key: 'to', title: '移出', render: (row) => row.toOn ?? '—' },
  { key: 'basis', title: '依据', render: (row) => `${basisNames[row.basis]}，${verdicts[row.verdict]}` },
  {
    key: 'reason',
    title: '理由',
    render: (row) => (
      <span className="wrapped">
        {[row.reason, row.approver && `批准人：${row.approver}`, row.removedReason]
          .filter((one) => one)
          .join('；') || '—'}
      </span>
    ),
  },
];

export function MembershipsPanel({ project }: { readonly project: Project }) {
  return (
    <Panel title={texts.memberships}>
      <DataTable
        label={texts.memberships}
        columns={membershipColumns}
        rows={project.memberships}
        rowKey={(row) => `${row.list.id} ${row.year} ${row.fromOn}`}
        empty={{ why: texts.noMemberships }}
      />
    </Panel>
  );
}

const codeColumns: readonly Column<Code>[] = [
  { key: 'code', title: '代码', phone: 'title', render: (row) => row.code },
  { key: 'from', title: '启用', render: (row) => row.fromOn },
  { key: 'to', title: '停用', render: (row) => row.toOn ?? '—' },
  { key: 'reason', title: '理由', render: (row) => row.endedReason ?? row.reason ?? '—' },
];

export function CodesPanel({ project }: { readonly project: Project }) {
  return (
    <Panel title={texts.codes}>
      <DataTable
        label={texts.codes}
        columns={codeColumns}
        rows={project.codes}
        rowKey={(row) => `${row.code} ${row.fromOn}`}
        empty={{ why: '还没有项目代码。' }}
      />
    </Panel>
  );
}

export function LinksPanel({ project }: { readonly project: Project }) {
  return (
    <Panel title={texts.links}>
      {project.links.length === 0 ? (
        <Empty why="没有关联项目。" />
      ) : (
        <ul className="people">
          {project.links.map((link) => (
            <li key={`${link.otherId} ${link.kind} ${link.outgoing}`}>
              <span className="quiet">{linkNames[link.kind]?.[link.outgoing ? 0 : 1]}</span>
              <Link href={`/projects/${link.otherId}`}>
                {link.otherNumber} {link.otherName}
              </Link>
              <span>{link.reason}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
