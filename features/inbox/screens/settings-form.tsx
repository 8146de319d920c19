import { Alert, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { CallRefused, type OutputOf } from '#http/client';
import { Field, fieldError, Refused, useAct } from '#ui';
import { saveSettings, type viewSettings } from '../contract.ts';
import { texts } from '../texts.ts';
import { HourSelect } from './hour-select.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { StaleSettings } from './stale-settings.tsx';

type Shown = OutputOf<typeof viewSettings>;
export type Settings = Shown['settings'];

/** What was typed stays until it is saved; a save in another window is shown beside it. */
export function SettingsForm({ shown }: { readonly shown: Shown }) {
  const [draft, setDraft] = useState(shown.settings);
  const [saved, tell] = useState(false);
  const act = useAct(saveSettings, () => {
    setDraft((made) => ({ ...made, version: made.version + 1 }));
    tell(true);
  });
  const change = (part: Partial<Settings>) => {
    tell(false);
    setDraft({ ...draft, ...part });
  };
  const save = ({ version, ...choice }: Settings) => act.mutate({ ...choice, expectedVersion: version });
  const theirs = staleOf(act.error);
  return (
    <div style={{ maxWidth: 640 }}>
      {theirs ? (
        <StaleSettings
          shown={shown}
          mine={draft}
          theirs={theirs}
          choose={(chosen) => {
            act.reset();
            setDraft(chosen);
            if (chosen !== theirs) save(chosen);
          }}
        />
      ) : act.error ? (
        <Refused error={act.error} />
      ) : null}
      {draft.version === 0 ? <p className="quiet">{texts.platformDefault}</p> : null}
      {shown.channels.length === 0 ? (
        <Alert type="info" showIcon title={texts.noChannel} style={{ marginBottom: 12 }} />
      ) : (
        <Field label={texts.byEmail} hint={texts.byEmailHint}>
          {(ties) => (
            <Checkbox.Group
              {...ties}
              value={draft.channels}
              onChange={(channels) => change({ channels })}
              options={shown.channels.map(({ channelId, name }) => ({ value: channelId, label: name }))}
            />
          )}
        </Field>
      )}
      <Field label={texts.email} required={draft.channels.length > 0} error={fieldError(act.error, 'email')}>
        {(ties) => (
          <Input
            {...ties}
            type="email"
            autoComplete="email"
            maxLength={254}
            value={draft.email ?? ''}
            onChange={(event) => change({ email: event.target.value || null })}
          />
        )}
      </Field>
      <Field label={texts.muted} hint={texts.mutedHint}>
        {(ties) => (
          <Select
            {...ties}
            mode="multiple"
            value={draft.muted}
            onChange={(muted) => change({ muted })}
            showSearch={{ optionFilterProp: 'label' }}
            options={shown.kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
            style={{ width: '100%' }}
          />
        )}
      </Field>
      <QuietFields draft={draft} change={change} hint={texts.quietHint} />
      <div className="field">
        <Checkbox checked={draft.digest} onChange={(event) => change({ digest: event.target.checked })}>
          {texts.digest}
        </Checkbox>
        <div className="field-hint">{texts.digestHint}</div>
      </div>
      {draft.digest ? (
        <Field label={texts.digestHour}>
          {(ties) => (
            <HourSelect
              ties={ties}
              value={draft.digestHour}
              change={(digestHour) => change({ digestHour })}
            />
          )}
        </Field>
      ) : null}
      <div className="acts">
        <Button type="primary" loading={act.isPending} onClick={() => save(draft)}>
          {texts.save}
        </Button>
        {saved ? <span role="status">{texts.saved}</span> : null}
      </div>
    </div>
  );
}

function staleOf(error: unknown): Settings | undefined {
  return error instanceof CallRefused && error.code === 'http.stale_version'
    ? (error.details['current'] as Settings)
    : undefined;
}
