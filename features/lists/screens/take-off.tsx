import { Input } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { type listMembers, takeOffList } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Member } from './member-columns.tsx';

type TakeOffProps = {
  readonly list: OutputOf<typeof listMembers>['list'];
  readonly year: number;
  readonly member: Member;
  readonly close: () => void;
};

/** Ends a membership from a day on; until then the project stays on it for every look back. */
export function TakeOff({ list, year, member, close }: TakeOffProps) {
  const [onDay, setDay] = useState<PlainDate>();
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const act = useAct(takeOffList, close);
  return (
    <Dialog
      open
      title={`将“${member.name}”移出${year}年${list.shortName}`}
      act={texts.takeOff}
      destructive
      ready={reason.trim() !== '' && approver.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        act.mutate({
          ...{ list: list.id, year, projectId: member.projectId, onDay },
          reason: reason.trim(),
          approver: approver.trim(),
        })
      }
      onClose={close}
    >
      <Field label="移出日期" hint="当日起不在清单上；不填为今天" error={fieldError(act.error, 'onDay')}>
        {(ties) => <DayInput {...ties} value={onDay} change={setDay} min={member.fromOn} />}
      </Field>
      <Field label={texts.reason} required error={fieldError(act.error, 'reason')}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.approver} required hint="不能是您本人" error={fieldError(act.error, 'approver')}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={64}
            value={approver}
            onChange={(event) => setApprover(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
