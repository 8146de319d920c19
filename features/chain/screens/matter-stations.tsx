import { Button } from 'antd';
import { Link } from 'wouter';
import { openMatterFile } from '#features/matters';
import type { InputOf } from '#http/client';
import { download } from '#ui';
import type { Chain, ChainMatter, ChainOrder } from '../contract.ts';
import { texts } from '../texts.ts';

type ChainProps = { readonly chain: Chain };
type One = ChainMatter | ChainOrder;

function Named({ one }: { readonly one: One }) {
  return (
    <Link href={`/matters/${one.matterId}`}>
      {one.number} {one.title}
    </Link>
  );
}

/** What stands in the way: whose move it is stands with its clock. */
export function Matters({ chain: { matters, more, withinScope } }: ChainProps) {
  if (matters.length === 0) return <p className="quiet">{withinScope ? texts.nothing : texts.outside}</p>;
  return (
    <>
      {matters.map((one) => (
        <div key={one.matterId} className="chain-matter">
          <p>
            <Named one={one} />
          </p>
          <p className="quiet">
            {[one.kind, one.state, one.cause, one.lead ? texts.lead(one.lead) : texts.noLead]
              .filter((word) => word !== null)
              .join(' · ')}{' '}
            · {texts.openedOn(one.openedOn)}
          </p>
          {one.clock ? (
            <p>{texts.whose(one.clock.whose, one.clock.name)}</p>
          ) : one.closedOn ? (
            <p>{texts.closedOn(one.closedOn)}</p>
          ) : null}
        </div>
      ))}
      {more > 0 ? <p className="quiet">{texts.more(more)}</p> : null}
    </>
  );
}

/** Leaders' answers and orders, each with the matter it is about. */
export function Decisions({ chain }: ChainProps) {
  const { matters, orders } = chain;
  const decided = matters.filter((one) => one.answers.length + one.orders.length > 0);
  if (decided.length === 0 && orders.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <>
      {decided.map((one) => (
        <div key={one.matterId} className="chain-matter">
          <p className="quiet">
            {one.number} {one.title}
          </p>
          {one.answers.map(({ leader, text, on }) => (
            <p key={`${on}${text}`}>
              <strong>{texts.decided(leader, on)}</strong>：{text}
            </p>
          ))}
          {one.orders.map((order) => (
            <Order key={order.matterId} order={order} />
          ))}
        </div>
      ))}
      {orders.length > 0 ? (
        <div className="chain-matter">
          {decided.length > 0 ? <p className="quiet">{texts.others}</p> : null}
          {orders.map((order) => (
            <Order key={order.matterId} order={order} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function Order({ order }: { readonly order: ChainOrder }) {
  const { source, state, lead, kind } = order;
  return (
    <p>
      <Named one={order} />{' '}
      <span className="quiet">{[...new Set([kind, source, state, lead ?? texts.noLead])].join(' · ')}</span>
    </p>
  );
}

function every({ matters, orders }: Chain): readonly One[] {
  const all: readonly One[] = [...matters.flatMap((one) => [one, ...one.orders]), ...orders];
  return [...new Map(all.map((one) => [one.matterId, one])).values()];
}

const tone = { red: 'chain-late', yellow: 'chain-soon', green: undefined } as const;

/** Every clock that runs, the one that ends first on top. */
export function Deadlines({ chain }: ChainProps) {
  const running = every(chain)
    .flatMap((one) => (one.clock ? [{ one, clock: one.clock }] : []))
    .toSorted((a, b) => (a.clock.dueOn < b.clock.dueOn ? -1 : 1));
  if (running.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <ul>
      {running.map(({ one, clock }) => (
        <li key={one.matterId} className="chain-line">
          <span className="instant">{texts.due(clock.dueOn)}</span> {clock.whose}：{one.number} {clock.name}{' '}
          <span className={clock.paused ? undefined : tone[clock.light]}>{clock.left}</span>
        </li>
      ))}
    </ul>
  );
}

/** Files, and what is closed already. */
export function Evidence({ chain }: ChainProps) {
  const proven = every(chain).filter(({ evidence, closedOn }) => evidence.length > 0 || closedOn !== null);
  if (proven.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <ul>
      {proven.map((one) => (
        <li key={one.matterId} className="chain-line">
          {one.number} {one.state}
          {one.closedOn ? `，${texts.closedOn(one.closedOn)}` : ''}
          {one.evidence.map(({ fileId, name, on }) => (
            <span key={fileId}>
              {' '}
              <Button
                type="link"
                className="in-cell"
                onClick={() => void download(openMatterFile, fileOf(one.matterId, fileId))}
              >
                {name}
              </Button>
              <span className="quiet">（{on}）</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function fileOf(matterId: string, fileId: string) {
  return { id: matterId, fileId } as InputOf<typeof openMatterFile>;
}
