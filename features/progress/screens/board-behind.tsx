import { Link } from 'wouter';
import { type Column, LightMark, Money, PagedTable, Panel } from '#ui';
import { texts } from '../texts.ts';
import type { Board } from './list-link.ts';
import { PercentText } from './percent-text.tsx';

type Row = Board['behind'][number];

/** Who is behind, why in one sentence, and one click from there to the whole reason. */
export function Behind({ board, unit }: { readonly board: Board; readonly unit: string }) {
  const columns: readonly Column<Row>[] = [
    {
      key: 'light',
      title: texts.light,
      render: (row) =>
        row.why ? (
          <Link href={`/lights/evaluations/${row.evaluationId}`} aria-label={`${row.name}：${texts.why}`}>
            <LightMark light={row.overall} />
          </Link>
        ) : (
          <LightMark light={row.overall} />
        ),
    },
    {
      key: 'name',
      title: texts.project,
      phone: 'title',
      render: (row) => (
        <Link className="wrapped" href={`/projects/${row.projectId}`}>
          {row.name}
        </Link>
      ),
    },
    { key: 'district', title: texts.district, render: (row) => row.district ?? '—' },
    {
      key: 'plan',
      title: `${texts.planTo}（${unit}）`,
      number: true,
      render: (row) => <Money fen={row.planFen} />,
    },
    {
      key: 'actual',
      title: `${texts.actualTo}（${unit}）`,
      number: true,
      render: (row) => <Money fen={row.actualFen} />,
    },
    {
      key: 'completion',
      title: texts.completion,
      number: true,
      render: (row) => <PercentText value={row.completion} />,
    },
    {
      key: 'why',
      title: texts.sentences,
      render: (row) => (
        <span style={{ display: 'inline-block', maxWidth: 480, whiteSpace: 'normal' }}>
          {row.why ?? texts.outside}
        </span>
      ),
    },
  ];
  return (
    <Panel title={texts.behind}>
      <p className="quiet">{texts.behindNote}</p>
      <PagedTable
        label={texts.behind}
        columns={columns}
        rows={board.behind}
        rowKey={({ projectId }) => projectId}
        empty={{ why: texts.noneBehind }}
      />
    </Panel>
  );
}
