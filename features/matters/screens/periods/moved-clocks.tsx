import { Link } from 'wouter';
import { type Column, Instant, PagedTable } from '#ui';
import type { MovedClock } from '../../contract.ts';
import { periodTexts } from '../period-texts.ts';

const columns: readonly Column<MovedClock>[] = [
  {
    key: 'matter',
    title: periodTexts.matter,
    phone: 'title',
    render: ({ matterId, number, title }) => (
      <span className="wrapped">
        <Link href={`/matters/${matterId}`}>
          {number} {title}
        </Link>
      </span>
    ),
  },
  { key: 'clock', title: periodTexts.clock, render: ({ clock }) => clock },
  { key: 'was', title: periodTexts.was, render: ({ was }) => <Instant at={was} /> },
  { key: 'is', title: periodTexts.is, render: ({ is }) => <Instant at={is} /> },
];

type MovedClocksProps = { readonly total: number; readonly moved: readonly MovedClock[] };

export function MovedClocks({ total, moved }: MovedClocksProps) {
  if (total === 0) return <p>{periodTexts.nothingMoves}</p>;
  return (
    <>
      <p role="status">
        <b>{periodTexts.wouldMove(total)}</b>
        {total > moved.length ? periodTexts.firstOf(moved.length) : ''}
      </p>
      <PagedTable
        label={periodTexts.wouldMove(total)}
        columns={columns}
        rows={moved}
        rowKey={({ matterId, clock }) => `${matterId} ${clock}`}
        empty={{ why: periodTexts.nothingMoves }}
      />
    </>
  );
}
