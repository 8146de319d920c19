import { Link } from 'wouter';
import { type Column, PagedTable } from '#ui';
import type { MovedClock } from '../../contract.ts';
import { instantWords } from '../day-words.ts';
import { periodTexts } from '../period-texts.ts';

const columns: readonly Column<MovedClock>[] = [
  {
    key: 'matter',
    title: periodTexts.matter,
    phone: 'title',
    render: ({ matterId, number, title, clock }) => (
      <span className="wrapped">
        <Link href={`/matters/${matterId}`}>
          {number} {title}
        </Link>{' '}
        <span className="quiet">{clock}</span>
      </span>
    ),
  },
  {
    key: 'moves',
    title: periodTexts.moves,
    render: ({ was, is }) => (
      <>
        <div className="instant">{instantWords(was, was)}</div>
        <div className="instant">→ {instantWords(is, was)}</div>
      </>
    ),
  },
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
