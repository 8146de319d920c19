import { Checkbox, Input, InputNumber } from 'antd';
import { Field, type FieldTies } from '#ui';
import { texts } from '../texts.ts';
import type { Draft } from './channel-draft.ts';

type MailFieldsProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly kept: boolean;
};

export function MailFields({ draft, change, kept }: MailFieldsProps) {
  const { mail } = draft;
  const set = (part: Partial<Draft['mail']>) => change({ mail: { ...mail, ...part } });
  const text = (key: 'host' | 'user' | 'from') => (ties: FieldTies) => (
    <Input
      {...ties}
      autoComplete="off"
      maxLength={254}
      value={mail[key]}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  );
  return (
    <>
      <div className="field-pair">
        <Field label={texts.host} required>
          {text('host')}
        </Field>
        <Field label={texts.port} required>
          {(ties) => (
            <InputNumber
              {...ties}
              min={1}
              max={65_535}
              value={mail.port}
              onChange={(port) => set({ port: port ?? 465 })}
              style={{ width: '100%' }}
            />
          )}
        </Field>
      </div>
      <div className="field">
        <Checkbox checked={mail.secure} onChange={(event) => set({ secure: event.target.checked })}>
          {texts.secure}
        </Checkbox>
      </div>
      <Field label={texts.from} required>
        {text('from')}
      </Field>
      <div className="field-pair">
        <Field label={texts.user} hint={texts.userHint}>
          {text('user')}
        </Field>
        <Field label={texts.password} hint={kept ? texts.keptHint : undefined}>
          {(ties) => (
            <Input.Password
              {...ties}
              autoComplete="new-password"
              maxLength={200}
              value={draft.password ?? ''}
              onChange={(event) => change({ password: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
