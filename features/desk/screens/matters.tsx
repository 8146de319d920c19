import { Link } from 'wouter';
import { whoAmI } from '#features/identity';
import { listLeaderRequests, type MatterBoard, matterBoard, waitingDecisions } from '#features/matters';
import { Empty, Panel, Shown, useRoute } from '#ui';
import { texts } from '../texts.ts';

const shown = 6;

/** What waits in matters, by who looks: matters by days left, requests to forward, decisions to take. */
export function Matters() {
  const me = useRoute(whoAmI, {}).data;
  const may = (action: string) => me?.actions.includes(action) ?? false;
  const forwards = may('leader-request.decide');
  const decides = may('leader-request.answer') && !forwards;
  return (
    <>
      {decides ? <Decisions /> : null}
      {forwards ? <Requests /> : null}
      {may('matter.view') && !decides ? <Due /> : null}
    </>
  );
}

/** The most pressing of the board's first columns. */
function Due() {
  const board = useRoute(matterBoard, {}, { everySeconds: 300 });
  return (
    <Panel title={texts.matters} extra={<Link href="/matter-board">{texts.toBoard}</Link>}>
      <Shown query={board}>{(data) => <DueList board={data} />}</Shown>
    </Panel>
  );
}

function DueList({ board }: { readonly board: MatterBoard }) {
  const full = board.columns.filter(({ count }) => count > 0);
  if (full.length === 0) return <Empty why={texts.noMatters} />;
  return (
    <>
      <p className="quiet">
        {full.map(({ name, count, more }) => texts.ofColumn(name, count, more)).join(' · ')}
      </p>
      <ul className="desk-list">
        {full
          .flatMap(({ rows }) => rows)
          .slice(0, shown)
          .map(({ matterId, number, title, due, state }) => (
            <li key={matterId}>
              <span className={`light light-${due.light}`}>{due.text}</span>
              <Link href={`/matters/${matterId}`}>{title}</Link>
              <span className="quiet">
                {number} · {state.name}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}

function Requests() {
  const requests = useRoute(listLeaderRequests, { state: 'drafted' }, { everySeconds: 300 });
  return (
    <Panel title={texts.requests} extra={<Link href="/leader-requests">{texts.toRequests}</Link>}>
      <Shown query={requests}>
        {(data) => <RequestLines requests={data.requests} total={data.drafted} none={texts.noRequests} />}
      </Shown>
    </Panel>
  );
}

function Decisions() {
  const waiting = useRoute(waitingDecisions, {}, { everySeconds: 300 });
  return (
    <Panel title={texts.decisions} extra={<Link href="/decisions">{texts.toDecisions}</Link>}>
      <Shown query={waiting}>
        {({ requests, total }) => <RequestLines requests={requests} total={total} none={texts.noDecisions} />}
      </Shown>
    </Panel>
  );
}

type RequestLinesProps = {
  readonly requests: readonly {
    readonly requestId: string;
    readonly why: string;
    readonly matter: { readonly matterId: string; readonly title: string };
  }[];
  readonly total: number;
  readonly none: string;
};

function RequestLines({ requests, total, none }: RequestLinesProps) {
  if (requests.length === 0) return <Empty why={none} />;
  return (
    <>
      <ul className="desk-list">
        {requests.slice(0, shown).map(({ requestId, why, matter }) => (
          <li key={requestId}>
            <Link href={`/matters/${matter.matterId}`}>{matter.title}</Link>
            <span className="quiet">{why}</span>
          </li>
        ))}
      </ul>
      {total > shown ? <p className="quiet">{texts.more(total, shown)}</p> : null}
    </>
  );
}
