import { Button } from 'antd';
import { useState } from 'react';
import { Dialog, Panel, useAct } from '#ui';
import { type DecisionView, type MeetingView, withdrawDecision } from '../contract.ts';
import { Decide } from './decide.tsx';
import { DecisionTable } from './decision-table.tsx';
import { TextField } from './text-field.tsx';

/** What was decided, each with its task. */
export function Decisions({ meeting }: { readonly meeting: MeetingView }) {
  const [deciding, decide] = useState(false);
  const [wrong, withdraw] = useState<DecisionView>();
  const { decisions, may, state, heldOn } = meeting;
  const none = state === 'preparing' ? `还没有议定事项；${heldOn} 起可以记录。` : '会议没有议定事项。';
  const acts = (row: DecisionView) =>
    row.withdrawnReason ? null : <Button onClick={() => withdraw(row)}>撤回</Button>;
  return (
    <Panel
      title="议定事项"
      extra={may.minuteNow ? <Button onClick={() => decide(true)}>记录议定事项</Button> : null}
    >
      <DecisionTable
        label="议定事项"
        decisions={decisions}
        empty={none}
        {...(may.minuteNow ? { acts } : {})}
      />
      {deciding ? <Decide meeting={meeting} close={() => decide(false)} /> : null}
      {wrong ? <Withdraw meeting={meeting} decision={wrong} close={() => withdraw(undefined)} /> : null}
    </Panel>
  );
}

type Wrong = {
  readonly meeting: MeetingView;
  readonly decision: DecisionView;
  readonly close: () => void;
};

function Withdraw({ meeting: { meetingId: id, version }, decision, close }: Wrong) {
  const [reason, setReason] = useState('');
  const act = useAct(withdrawDecision, close);
  const { decisionId, number } = decision;
  return (
    <Dialog
      open
      title={`撤回第${number}项议定事项`}
      act="撤回"
      destructive
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id, version, decisionId, reason: reason.trim() })}
      onClose={close}
    >
      <p className="quiet">由它生成的任务一并取消；撤回的事项和原因留存，不写入纪要。</p>
      <TextField label="撤回原因" required most={500} rows={3} value={reason} change={setReason} />
    </Dialog>
  );
}
