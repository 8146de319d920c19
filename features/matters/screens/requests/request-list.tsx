import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Empty } from '#ui';
import { type LeaderRequestView, listLeaderRequests } from '../../contract.ts';
import { requestTexts } from '../request-texts.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { RequestCard } from './request-card.tsx';

type RequestListProps = {
  readonly requests: readonly LeaderRequestView[];
  readonly may: { readonly decide: boolean; readonly answer: boolean };
  readonly empty: { readonly why: string; readonly remedy: string };
};

type Doing = { readonly what: 'forward' | 'drop' | 'answer'; readonly request: LeaderRequestView };

export function RequestList({ requests, may, empty }: RequestListProps) {
  const [doing, start] = useState<Doing>();
  const queries = useQueryClient();
  // Somebody else may have decided it meanwhile.
  const close = () => {
    start(undefined);
    void queries.invalidateQueries({ queryKey: [listLeaderRequests.path] });
  };
  if (requests.length === 0) return <Empty {...empty} />;
  return (
    <>
      <ul className="matter-requests">
        {requests.map((request) => (
          <li key={request.requestId} className="panel">
            <RequestCard request={request} />
            <div className="acts">
              {request.state === 'drafted' && may.decide ? (
                <>
                  <Button
                    type="primary"
                    aria-label={`${requestTexts.forward}：${request.matter.title}`}
                    onClick={() => start({ what: 'forward', request })}
                  >
                    {requestTexts.forward}
                  </Button>
                  <Button
                    aria-label={`${requestTexts.drop}：${request.matter.title}`}
                    onClick={() => start({ what: 'drop', request })}
                  >
                    {requestTexts.drop}
                  </Button>
                </>
              ) : null}
              {request.state === 'forwarded' && request.answer === null && may.answer ? (
                <Button
                  type="primary"
                  aria-label={`${requestTexts.record}：${request.matter.title}`}
                  onClick={() => start({ what: 'answer', request })}
                >
                  {requestTexts.record}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {doing?.what === 'answer' ? (
        <AnswerDialog request={doing.request} asksLeader={may.decide} close={close} />
      ) : doing ? (
        <DecideDialog request={doing.request} forward={doing.what === 'forward'} close={close} />
      ) : null}
    </>
  );
}
