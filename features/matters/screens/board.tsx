import './matters.css';
import { Button } from 'antd';
import { Link, useLocation, useSearch } from 'wouter';
import type { InputOf } from '#http/client';
import { Empty, Instant, Page, Shown, TabSet, useNarrow, useRoute } from '#ui';
import { type MatterBoard, matterBoard } from '../contract.ts';
import { BoardColumn } from './board/board-column.tsx';
import { BoardFilters } from './board/board-filters.tsx';
import { useCardKeys } from './board/use-card-keys.ts';
import { type OrgId, useKinds } from './kinds.ts';
import { boardTexts, texts } from './texts.ts';

type Asked = InputOf<typeof matterBoard>;

/** A handler's matters by how long is left: the next thing to do stands first, without searching. */
export function Screen() {
  const [path, go] = useLocation();
  const asked = askedIn(useSearch());
  const board = useRoute(matterBoard, asked, { everySeconds: 120 });
  const kinds = useKinds();
  const turn = (to: Asked) => go(`${path}?${searchOf(to)}`, { replace: true });
  return (
    <Page
      title={texts.board}
      note={
        board.data ? (
          <>
            {boardTexts.of[board.data.of]} · {boardTexts.total(board.data.total, board.data.more)} ·{' '}
            <Instant at={board.data.now} />
          </>
        ) : undefined
      }
      acts={
        <>
          <Link href="/matters">{texts.matters}</Link>
          {kinds.data?.may.open ? (
            <Button type="primary" onClick={() => go('/matters/new')}>
              {texts.open}
            </Button>
          ) : null}
        </>
      }
    >
      {kinds.data ? <BoardFilters asked={asked} kinds={kinds.data} turn={turn} /> : null}
      <Shown query={board}>{(data) => <Columns board={data} asked={asked} />}</Shown>
    </Page>
  );
}

function Columns({ board, asked }: { readonly board: MatterBoard; readonly asked: Asked }) {
  const narrow = useNarrow();
  const keys = useCardKeys();
  if (board.total === 0) return <Empty why={boardTexts.empty} remedy={<Remedy asked={asked} />} />;
  const listed = listSearch(asked);
  const column = (one: MatterBoard['columns'][number]) => (
    <BoardColumn column={one} now={board.now} listed={listed} />
  );
  if (narrow) {
    const first = board.columns.find(({ count }) => count > 0)?.id;
    return (
      <TabSet
        label={texts.board}
        first={first}
        tabs={board.columns.map((one) => ({
          key: one.id,
          name: `${one.name} ${boardTexts.count(one.count, one.more)}`,
          content: column(one),
        }))}
      />
    );
  }
  return (
    <div className="matter-board-room">
      <p className="quiet">{boardTexts.note}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards in it are links; arrow keys go from one to the next */}
      <div className="matter-board" onKeyDown={keys}>
        {board.columns.map((one) => (
          <section key={one.id} className={`matter-column matter-column-${one.id}`} aria-label={one.name}>
            <h2>
              {one.name} <span className="quiet">{boardTexts.count(one.count, one.more)}</span>
            </h2>
            {column(one)}
          </section>
        ))}
      </div>
    </div>
  );
}

/** Who leads nothing, a secretary or a leader, still has matters in sight. */
function Remedy({ asked }: { readonly asked: Asked }) {
  return (
    <>
      {boardTexts.emptyRemedy}
      {asked.whole ? null : (
        <>
          {' '}
          <Link href="/matter-board?whole=true">{boardTexts.seeWhole}</Link>
        </>
      )}
    </>
  );
}

function askedIn(search: string): Asked {
  const given = new URLSearchParams(search);
  const kinds = given.getAll('kinds');
  return {
    lead: (given.get('lead') as OrgId | null) ?? undefined,
    whole: given.get('whole') === 'true' || undefined,
    kinds: kinds.length > 0 ? kinds : undefined,
  };
}

function searchOf({ lead, whole, kinds = [] }: Asked): string {
  const search = new URLSearchParams(kinds.map((kind) => ['kinds', kind]));
  if (lead) search.set('lead', lead);
  if (whole) search.set('whole', 'true');
  return search.toString();
}

function listSearch({ lead, whole, kinds = [] }: Asked): string {
  const search = new URLSearchParams([['open', 'true'], ...kinds.map((kind) => ['kinds', kind])]);
  if (lead) search.set('lead', lead);
  else if (!whole) search.set('mine', 'lead');
  return search.toString();
}
