import { Link } from 'wouter';
import type { MatterBoard } from '../../contract.ts';
import { boardTexts } from '../texts.ts';
import { MatterCard } from './matter-card.tsx';

type BoardColumnProps = {
  readonly column: MatterBoard['columns'][number];
  readonly now: string;
  /** The list of the same matters, for those the board has no room for. */
  readonly listed: string;
};

export function BoardColumn({ column, now, listed }: BoardColumnProps) {
  const left = column.count - column.rows.length;
  if (column.count === 0) return <p className="quiet matter-nothing">{boardTexts.emptyColumn}</p>;
  return (
    <>
      <ul className="matter-cards">
        {column.rows.map((row) => (
          <li key={row.matterId}>
            <MatterCard line={row} now={now} />
          </li>
        ))}
      </ul>
      {left > 0 ? <Link href={`/matters?${listed}`}>{boardTexts.more(left, column.more)}</Link> : null}
    </>
  );
}
