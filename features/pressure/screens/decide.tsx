import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog, Field, fieldError, useAct } from '#ui';
import { decideProposal, type Proposal } from '../contract.ts';

/** To issue or not to: not issuing asks for the reason. */
export function Decide({ proposal, close }: { readonly proposal: Proposal; readonly close: () => void }) {
  const [, go] = useLocation();
  const [decision, choose] = useState<'issue' | 'none'>('issue');
  const [reason, write] = useState('');
  const act = useAct(decideProposal, ({ letterId }) => (letterId ? go(`/letters/${letterId}`) : close()));
  const { subject, rule, recipient } = proposal;
  const said = reason.trim();
  return (
    <Dialog
      open
      title={`${rule.documentName}：${subject.name}`}
      act={decision === 'issue' ? '拟稿' : '不发'}
      ready={decision === 'issue' || said !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id: proposal.proposalId, decision, ...(said ? { reason: said } : {}) })}
      onClose={close}
    >
      <p className="quiet">
        {rule.text}。发给{recipient.name}，由{rule.signsName}签发，{rule.workingDays}
        个工作日内回复。拟稿后还要核稿、签发才会印发。
      </p>
      <Radio.Group value={decision} onChange={(event) => choose(event.target.value)}>
        <Radio value="issue">拟发{rule.documentName}</Radio>
        <Radio value="none">不发</Radio>
      </Radio.Group>
      <Field
        label={decision === 'none' ? '不发的理由' : '说明'}
        required={decision === 'none'}
        hint="全市范围的单位都能看到"
        error={fieldError(act.error, 'reason')}
      >
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={reason}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
