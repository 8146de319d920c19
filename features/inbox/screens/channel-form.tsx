import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { Dialog, Field, fieldError, useAct } from '#ui';
import { channelKinds, createChannel, editChannel } from '../contract.ts';
import { texts } from '../texts.ts';
import { AudienceFields } from './audience-fields.tsx';
import { draftOf, inputOf, isFilled } from './channel-draft.ts';
import type { Channel } from './channel-table.tsx';
import { MailFields } from './mail-fields.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { UrlFields } from './url-fields.tsx';

type ChannelFormProps = { readonly channel: Channel | undefined; readonly close: () => void };

/** Makes a channel, or changes one; what was typed stays when it is refused. */
export function ChannelForm({ channel, close }: ChannelFormProps) {
  const [draft, setDraft] = useState(() => draftOf(channel));
  const creating = useAct(createChannel, close);
  const editing = useAct(editChannel, close);
  const act = channel ? editing : creating;
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = () => {
    const { kind, ...rest } = inputOf(draft);
    if (channel) editing.mutate({ ...rest, id: channel.channelId, version: channel.version });
    else creating.mutate({ kind, ...rest });
  };
  const kept = channel?.secret === 'kept';
  const fields = { draft, change, kept, error: act.error };
  return (
    <Dialog
      open
      title={channel ? `${texts.edit}：${channel.name}` : texts.create}
      act={texts.save}
      ready={isFilled(draft)}
      busy={act.isPending}
      error={act.error}
      onAct={save}
      onClose={close}
    >
      <Field label={texts.channelKind}>
        {(ties) => (
          <Select
            {...ties}
            disabled={channel !== undefined}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={channelKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
            style={{ width: '100%' }}
          />
        )}
      </Field>
      <Field label={texts.name} required error={fieldError(act.error, 'name')}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={50}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      {draft.kind === 'email' ? <MailFields {...fields} /> : <UrlFields {...fields} kind={draft.kind} />}
      {draft.kind === 'email' ? null : <AudienceFields draft={draft} change={change} />}
      {draft.kind === 'email' ? null : (
        <QuietFields draft={draft} change={change} hint={texts.channelQuietHint} />
      )}
      <Checkbox checked={draft.enabled} onChange={(event) => change({ enabled: event.target.checked })}>
        {texts.enabled}
      </Checkbox>
    </Dialog>
  );
}
