import { useState } from 'react';
import { Dialog, useAct } from '#ui';
import { answerLeaderRequest, type LeaderRequestView } from '../../contract.ts';
import { requestTexts } from '../request-texts.ts';
import { type Answer, AnswerFields, isAnswered } from './answer-fields.tsx';

type AnswerDialogProps = {
  readonly request: LeaderRequestView;
  readonly asksLeader: boolean;
  readonly close: () => void;
};

export function AnswerDialog({ request, asksLeader, close }: AnswerDialogProps) {
  const [answer, change] = useState<Answer>({ text: '', leader: asksLeader ? request.recipient : '' });
  const act = useAct(answerLeaderRequest, close);
  const { requestId, version } = request;
  const leader = asksLeader ? answer.leader.trim() : undefined;
  return (
    <Dialog
      open
      title={requestTexts.record}
      act={requestTexts.record}
      ready={isAnswered(answer, asksLeader)}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ requestId, version, text: answer.text.trim(), leader })}
      onClose={close}
    >
      <p>{request.matter.title}</p>
      <AnswerFields answer={answer} change={change} asksLeader={asksLeader} />
    </Dialog>
  );
}
