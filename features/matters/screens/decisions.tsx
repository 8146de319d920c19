import './matters.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Empty, Page, Refused, Shown, useAct, useRoute } from '#ui';
import { answerLeaderRequest, type LeaderRequestView, waitingDecisions } from '../contract.ts';
import { useKinds } from './kinds.ts';
import { requestTexts } from './request-texts.ts';
import { type Answer, AnswerFields, isAnswered } from './requests/answer-fields.tsx';
import { RequestCard } from './requests/request-card.tsx';
import { texts } from './texts.ts';

/** What waits for a leader: read it, answer with a sentence. Made for a phone. */
export function Screen() {
  const waiting = useRoute(waitingDecisions, {}, { everySeconds: 120 });
  const kinds = useKinds();
  return (
    <Page title={texts.decisions} note={requestTexts.decisionsNote}>
      <Shown query={waiting}>
        {({ requests }) =>
          requests.length === 0 ? (
            <Empty why={requestTexts.nothingWaits} remedy={requestTexts.nothingWaitsRemedy} />
          ) : (
            <ul className="matter-requests">
              {requests.map((request) => (
                <li key={request.requestId} className="panel">
                  <RequestCard request={request} />
                  <Decision request={request} asksLeader={kinds.data?.may.decideRequests === true} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  );
}

type DecisionProps = { readonly request: LeaderRequestView; readonly asksLeader: boolean };

/** Below the request itself, so that it is read while it is answered. */
function Decision({ request, asksLeader }: DecisionProps) {
  const [answer, change] = useState<Answer>();
  const act = useAct(answerLeaderRequest);
  const { requestId, version, recipient, matter } = request;
  if (!answer)
    return (
      <div className="acts">
        <Button
          type="primary"
          aria-label={requestTexts.decideOf(matter.title)}
          onClick={() => change({ text: '', leader: recipient })}
        >
          {requestTexts.decide}
        </Button>
      </div>
    );
  return (
    <div className="matter-decision">
      {act.error ? <Refused error={act.error} /> : null}
      <AnswerFields answer={answer} change={change} asksLeader={asksLeader} />
      <div className="acts">
        <Button
          type="primary"
          disabled={!isAnswered(answer, asksLeader)}
          loading={act.isPending}
          onClick={() =>
            act.mutate({
              ...{ requestId, version, text: answer.text.trim() },
              ...(asksLeader ? { leader: answer.leader.trim() } : {}),
            })
          }
        >
          {requestTexts.decide}
        </Button>
        <Button onClick={() => change(undefined)}>{texts.cancel}</Button>
      </div>
    </div>
  );
}
