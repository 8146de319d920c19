import { Button } from 'antd';
import { useState } from 'react';
import type { Month } from '#kernel/month';
import {
  type Column,
  DataTable,
  Dialog,
  fieldError,
  Instant,
  Shown,
  useAct,
  useMoneyUnit,
  useRoute,
} from '#ui';
import { approveRequest, listRequests, type RequestView, rejectRequest } from '../../contract.ts';
import { Reason } from '../reason.tsx';
import { texts } from '../texts.ts';
import { FactLines } from './fact-lines.tsx';

type Deciding = { readonly request: RequestView; readonly how: 'approve' | 'reject' };

/** What was asked after the lock: what it would change, why, and the decision. */
export function Requests({ month }: { readonly month: Month }) {
  const { unit } = useMoneyUnit();
  const requests = useRoute(listRequests, { month });
  const [deciding, decide] = useState<Deciding>();
  const columns: readonly Column<RequestView>[] = [
    { key: 'name', title: texts.project, phone: 'title', render: (row) => row.name },
    { key: 'district', title: texts.district, render: (row) => row.district ?? '—' },
    { key: 'kind', title: texts.kind, render: (row) => texts.requestKinds[row.kind] },
    {
      key: 'facts',
      title: texts.unit(texts.change, unit),
      render: (row) => <FactLines before={row.before} after={row.facts} />,
    },
    {
      key: 'reason',
      title: texts.reason,
      render: (row) => (
        <span className="wrapped">
          {row.reason}
          {row.contradictions.map(({ code, text }) => (
            <span key={code} className="doubt">
              {text}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'asked',
      title: texts.askedBy,
      render: (row) => (
        <>
          {row.askedBy} <Instant at={row.askedAt} />
        </>
      ),
    },
    {
      key: 'state',
      title: texts.stage,
      render: (row) => (
        <>
          {texts.requestStates[row.state]}
          {row.decidedBy ? `（${row.decidedBy}${row.decision ? `：${row.decision}` : ''}）` : ''}
        </>
      ),
    },
    {
      key: 'act',
      title: texts.act,
      render: (request) =>
        request.mayDecide ? (
          <span className="row-buttons">
            <Button
              size="small"
              aria-label={`${texts.approve} ${request.name}`}
              onClick={() => decide({ request, how: 'approve' })}
            >
              {texts.approve}
            </Button>
            <Button
              size="small"
              aria-label={`${texts.reject} ${request.name}`}
              onClick={() => decide({ request, how: 'reject' })}
            >
              {texts.reject}
            </Button>
          </span>
        ) : null,
    },
  ];
  return (
    <Shown query={requests} rows={2}>
      {(data) => (
        <>
          <DataTable
            label={texts.requests}
            columns={columns}
            rows={data.requests}
            rowKey={(row) => row.requestId}
            empty={{ why: texts.noRequests, remedy: texts.noRequestsRemedy }}
          />
          {deciding ? <Decide {...deciding} close={() => decide(undefined)} /> : null}
        </>
      )}
    </Shown>
  );
}

function Decide({ request, how, close }: Deciding & { readonly close: () => void }) {
  const [words, setWords] = useState('');
  const approve = useAct(approveRequest, close);
  const reject = useAct(rejectRequest, close);
  const isApproving = how === 'approve';
  const act = isApproving ? approve : reject;
  const said = words.trim();
  return (
    <Dialog
      open
      title={`${texts[how]}：${request.name}`}
      act={texts[how]}
      ready={isApproving || said !== ''}
      busy={act.isPending}
      error={act.error}
      destructive={!isApproving}
      onAct={() =>
        isApproving
          ? approve.mutate({ id: request.requestId, note: said || null })
          : reject.mutate({ id: request.requestId, reason: said })
      }
      onClose={close}
    >
      <FactLines before={request.before} after={request.facts} />
      <p>
        {texts.reason}：{request.reason}
      </p>
      {isApproving ? <p className="quiet">{texts.approveAsk}</p> : null}
      <Reason
        label={isApproving ? texts.decision : texts.rejectReason}
        required={!isApproving}
        isFirst
        value={words}
        change={setWords}
        error={fieldError(act.error, isApproving ? 'note' : 'reason')}
      />
    </Dialog>
  );
}
