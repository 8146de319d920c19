import { useState } from 'react';
import { DayInput, Dialog, Field, fieldError, Loading, useAct, useRoute } from '#ui';
import { editMeeting, type MeetingView, meetingChoices } from '../contract.ts';
import { TextField } from './text-field.tsx';
import { type UnitId, UnitsSelect } from './unit-select.tsx';

type Props = { readonly meeting: MeetingView; readonly close: () => void };

export function EditMeeting({ meeting, close }: Props) {
  const choices = useRoute(meetingChoices, {});
  const { title, heldAt, place, chair, others } = meeting;
  const [words, say] = useState({ title, heldAt: heldAt ?? '', place, chair, others });
  const [day, setDay] = useState<typeof meeting.heldOn | undefined>(meeting.heldOn);
  const [commentsTo, setEnd] = useState(meeting.commentsTo ?? undefined);
  const [invited, invite] = useState<readonly UnitId[]>(meeting.invited.map(({ id }) => id));
  const act = useAct(editMeeting, close);
  const set = (name: keyof typeof words) => (value: string) => say({ ...words, [name]: value });
  const isTimeWrong = words.heldAt !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(words.heldAt);
  const save = () => {
    if (!day) return;
    const { meetingId: id, version } = meeting;
    const at = words.heldAt === '' ? null : words.heldAt;
    const days = { heldOn: day, heldAt: at, commentsTo: commentsTo ?? null };
    act.mutate({ id, version, ...words, ...days, invited: [...invited] });
  };
  return (
    <Dialog
      open
      title="修改会议"
      act="保存"
      ready={day !== undefined && words.title.trim() !== '' && !isTimeWrong}
      busy={act.isPending}
      error={act.error}
      onAct={save}
      onClose={close}
    >
      <TextField label="会议名称" required most={100} value={words.title} change={set('title')} />
      <div className="field-pair">
        <Field label="日期" required error={fieldError(act.error, 'heldOn')}>
          {(ties) => <DayInput {...ties} value={day} change={setDay} />}
        </Field>
        <TextField
          label="时间"
          most={5}
          hint="如 09:00，可以不写"
          error={isTimeWrong ? '请写成 09:00' : undefined}
          value={words.heldAt}
          change={set('heldAt')}
        />
      </div>
      <div className="field-pair">
        <TextField label="主持人" most={60} value={words.chair} change={set('chair')} />
        <TextField label="地点" most={100} value={words.place} change={set('place')} />
      </div>
      <Field label="意见截止日" hint="空着则不征求书面意见">
        {(ties) => <DayInput {...ties} value={commentsTo} change={setEnd} />}
      </Field>
      <Field label="参加单位">
        {(ties) =>
          choices.data ? (
            <UnitsSelect ties={ties} units={choices.data.units} value={invited} pick={invite} />
          ) : (
            <Loading rows={1} />
          )
        }
      </Field>
      <TextField label="其他参加人员" most={500} rows={2} value={words.others} change={set('others')} />
    </Dialog>
  );
}
