import { Input } from 'antd';
import { Field } from '#ui';
import { texts } from '../texts.ts';
import type { Draft } from './channel-draft.ts';

type UrlFieldsProps = {
  readonly draft: Draft;
  readonly kind: 'dingtalk' | 'wecom' | 'webhook';
  readonly change: (part: Partial<Draft>) => void;
  readonly kept: boolean;
};

export function UrlFields({ draft, kind, change, kept }: UrlFieldsProps) {
  const token = kept && kind !== 'webhook';
  return (
    <>
      <Field label={texts.url} required hint={token ? texts.urlKept : texts.urlHints[kind]}>
        {(ties) => (
          <Input
            {...ties}
            autoComplete="off"
            maxLength={1000}
            value={draft.url}
            onChange={(event) => change({ url: event.target.value })}
          />
        )}
      </Field>
      {kind === 'wecom' ? null : (
        <Field label={texts.signing} hint={kept ? texts.keptHint : texts.signingHints[kind]}>
          {(ties) => (
            <Input.Password
              {...ties}
              autoComplete="new-password"
              maxLength={200}
              value={draft.signing ?? ''}
              onChange={(event) => change({ signing: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
