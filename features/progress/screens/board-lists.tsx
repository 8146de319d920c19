import { Link } from 'wouter';
import { type Column, Money, PagedTable, Panel } from '#ui';
import { texts } from '../texts.ts';
import type { Board } from './list-link.ts';

type Missing = Board['notReported'];

/** Who has not reported, by district in official order, by name. */
export function MissingPanel(props: {
  readonly title: string;
  readonly note?: string;
  readonly missing: Missing;
  readonly month: string;
}) {
  const { title, note, missing, month } = props;
  const total = missing.reduce((sum, { projects }) => sum + projects.length, 0);
  return (
    <Panel title={title}>
      {note ? <p className="quiet">{note}</p> : null}
      {missing.length === 0 ? <p>{texts.allReported}</p> : null}
      {missing.map(({ district, districtId, projects }) => (
        <details key={districtId ?? district} open={total <= 20}>
          <summary>
            {district}：{projects.length} 个
          </summary>
          <ul>
            {projects.map(({ projectId, number, name }) => (
              <li key={projectId}>
                <Link href={`/projects/${projectId}/months/${month}`}>{name}</Link>{' '}
                <span className="quiet">{number}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  );
}

export function Apart({ board }: { readonly board: Board }) {
  if (board.apart.length === 0) return null;
  return (
    <Panel title={texts.apart}>
      <p className="quiet">{texts.apartNote}</p>
      {board.apart.map(({ reason, projects }) => (
        <details key={reason}>
          <summary>
            {reason}：{projects.length} 个
          </summary>
          <ul>
            {projects.map(({ projectId, name, district }) => (
              <li key={projectId}>
                <Link href={`/projects/${projectId}`}>{name}</Link> <span className="quiet">{district}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  );
}

type Row = Board['mismatches'][number];

export function Mismatches({ board, unit }: { readonly board: Board; readonly unit: string }) {
  const amount = (key: string, title: string, fen: (row: Row) => string | null): Column<Row> => ({
    key,
    title: `${title}（${unit}）`,
    number: true,
    render: (row) => <Money fen={fen(row)} />,
  });
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      title: texts.project,
      phone: 'title',
      render: (row) => (
        <Link className="wrapped" href={`/projects/${row.projectId}/months?year=${board.year}`}>
          {row.name}
        </Link>
      ),
    },
    { key: 'district', title: texts.district, render: (row) => row.district ?? '—' },
    amount('year', texts.planYear, (row) => row.totalFen),
    amount('months', texts.monthsSum, (row) => row.monthsSumFen),
    amount('difference', texts.difference, (row) => row.differenceFen),
  ];
  return (
    <Panel title={texts.mismatches}>
      <p className="quiet">{board.mismatches.length > 0 ? texts.mismatchesNote : texts.noMismatch}</p>
      {board.mismatches.length > 0 ? (
        <PagedTable
          label={texts.mismatches}
          columns={columns}
          rows={board.mismatches}
          rowKey={({ projectId }) => projectId}
          empty={{ why: texts.noMismatch }}
        />
      ) : null}
    </Panel>
  );
}
