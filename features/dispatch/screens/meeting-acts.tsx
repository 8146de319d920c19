import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Dialog, download, Refused, useAct } from '#ui';
import {
  cancelMeeting,
  closeMeeting,
  inviteToMeeting,
  type MeetingView,
  minutesDocx,
  minutesPdf,
} from '../contract.ts';
import { EditMeeting } from './edit-meeting.tsx';
import { TextField } from './text-field.tsx';

type Props = { readonly meeting: MeetingView };
type Open = 'edit' | 'cancel' | 'close';

export function MeetingActs({ meeting }: Props) {
  const [open, setOpen] = useState<Open>();
  const [error, fail] = useState<unknown>();
  const invite = useAct(inviteToMeeting);
  const { meetingId: id, version, state, may, invitedAt } = meeting;
  const save = async (route: typeof minutesPdf | typeof minutesDocx) => {
    fail(undefined);
    try {
      await download(route, { id });
    } catch (failed) {
      fail(failed);
    }
  };
  const isOpen = state === 'preparing';
  const close = () => setOpen(undefined);
  return (
    <>
      {(error ?? invite.error) ? <Refused error={error ?? invite.error} /> : null}
      <Link href={`/dispatch/room?meeting=${id}`}>会议室视图</Link>
      <Button onClick={() => void save(minutesDocx)}>纪要 DOCX</Button>
      <Button onClick={() => void save(minutesPdf)}>纪要 PDF</Button>
      {isOpen && may.prepare ? (
        <>
          <Button onClick={() => setOpen('edit')}>修改</Button>
          <Button onClick={() => setOpen('cancel')}>取消会议</Button>
          <Button loading={invite.isPending} onClick={() => invite.mutate({ id, version })}>
            {invitedAt ? '再发通知' : '发出通知'}
          </Button>
        </>
      ) : null}
      {may.minuteNow ? (
        <Button type="primary" onClick={() => setOpen('close')}>
          办结会议
        </Button>
      ) : null}
      {open === 'edit' ? <EditMeeting meeting={meeting} close={close} /> : null}
      {open === 'cancel' ? <Cancel meeting={meeting} close={close} /> : null}
      {open === 'close' ? <Close meeting={meeting} close={close} /> : null}
    </>
  );
}

function Cancel({ meeting: { meetingId: id, version }, close }: Props & { readonly close: () => void }) {
  const [reason, setReason] = useState('');
  const act = useAct(cancelMeeting, close);
  return (
    <Dialog
      open
      title="取消会议"
      act="取消会议"
      destructive
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id, version, reason: reason.trim() })}
      onClose={close}
    >
      <TextField label="取消原因" required most={500} rows={3} value={reason} change={setReason} />
    </Dialog>
  );
}

function Close({ meeting, close }: Props & { readonly close: () => void }) {
  const { meetingId: id, version, invited, others } = meeting;
  const [present, setPresent] = useState(
    [...invited.map(({ name }) => name), others].filter(Boolean).join('、'),
  );
  const [absent, setAbsent] = useState('');
  const act = useAct(closeMeeting, close);
  return (
    <Dialog
      open
      title="办结会议"
      act="办结"
      ready={present.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id, version, present: present.trim(), absent: absent.trim() })}
      onClose={close}
    >
      <p className="quiet">办结以后议题和议定事项不再改变，纪要可以印发；任务继续办理。</p>
      <TextField label="出席" required most={1000} rows={3} value={present} change={setPresent} />
      <TextField label="请假" most={500} value={absent} change={setAbsent} />
    </Dialog>
  );
}
