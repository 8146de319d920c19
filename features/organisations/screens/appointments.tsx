import { Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import type { OrganisationFile, Person } from '../contract.ts';
import { appoint, endAppointment } from '../contract.ts';
import { texts } from '../texts.ts';

type AppointProps = {
  readonly file: OrganisationFile;
  readonly person: Person;
  readonly close: () => void;
};

export function Appoint({ file, person, close }: AppointProps) {
  const [postId, setPost] = useState<InputOf<typeof appoint>['postId']>();
  const [fromOn, setFrom] = useState<PlainDate>();
  const act = useAct(appoint, close);
  return (
    <Dialog
      open
      title={`${texts.appoint}：${person.name}`}
      act={texts.appoint}
      ready={postId !== undefined && fromOn !== undefined}
      busy={act.isPending}
      error={act.error}
      onAct={() => postId && fromOn && act.mutate({ id: person.personId, postId, fromOn })}
      onClose={close}
    >
      <Field label={texts.posts} required hint={file.posts.length === 0 ? texts.noPosts : undefined}>
        {(ties) => (
          <Select
            {...ties}
            value={postId}
            onChange={setPost}
            options={file.posts
              .filter((post) => !post.validTo)
              .map((post) => ({ value: post.postId, label: post.title }))}
          />
        )}
      </Field>
      <Field label="任职日期" required error={fieldError(act.error, 'fromOn')}>
        {(ties) => <DayInput {...ties} value={fromOn} change={setFrom} />}
      </Field>
    </Dialog>
  );
}

type DismissProps = {
  readonly person: Person;
  readonly held: Person['posts'][number];
  readonly close: () => void;
};

export function Dismiss({ person, held, close }: DismissProps) {
  const [toOn, setTo] = useState<PlainDate>();
  const act = useAct(endAppointment, close);
  return (
    <Dialog
      open
      title={`${texts.dismiss}：${person.name}，${held.title}`}
      act={texts.dismiss}
      destructive
      ready={toOn !== undefined}
      busy={act.isPending}
      error={act.error}
      onAct={() => toOn && act.mutate({ id: held.appointmentId, toOn })}
      onClose={close}
    >
      <Field label="免职日期" required hint="当日起不再任职" error={fieldError(act.error, 'toOn')}>
        {(ties) => <DayInput {...ties} value={toOn} change={setTo} min={held.fromOn} />}
      </Field>
    </Dialog>
  );
}
