import { Link } from 'wouter';
import { type Light, lightNames } from '#kernel/light';
import { LightMark, Money } from '#ui';
import { texts } from '../texts.ts';
import { type Board, listLink } from './list-link.ts';
import { PercentText } from './percent-text.tsx';

const order: readonly Light[] = ['red', 'yellow', 'grey', 'green'];

/** The whole city in one row of figures, each leading to its rows. */
export function BoardSummary({ board, unit }: { readonly board: Board; readonly unit: string }) {
  const { total, timeProgress } = board;
  return (
    <>
      <dl className="counts" style={{ gridTemplateColumns: 'repeat(4, 1fr)' }}>
        {order.map((light) => (
          <div key={light}>
            <dt>
              <LightMark light={light} />
            </dt>
            <dd>
              <Link
                href={listLink(board, { light })}
                aria-label={`${lightNames[light]}灯 ${total.lights[light]} 个`}
              >
                {total.lights[light]}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <dl className="counts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
        <div>
          <dt>
            {texts.planTo}（{unit}）
          </dt>
          <dd>
            <Money fen={total.planFen} />
          </dd>
        </div>
        <div>
          <dt>
            {texts.actualTo}（{unit}）
          </dt>
          <dd>
            <Money fen={total.actualFen} />
          </dd>
        </div>
        {(
          [
            [texts.completion, total.completion],
            [texts.plannedProgress, total.plannedProgress],
            [texts.actualProgress, total.actualProgress],
            [texts.timeProgress, timeProgress],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <PercentText value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
