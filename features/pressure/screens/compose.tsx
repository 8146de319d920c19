import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { matterKinds } from '#features/matters';
import type { InputOf, OutputOf } from '#http/client';
import { Dialog, Field, fieldError, useAct, useRoute } from '#ui';
import { composeLetter, type listLetters } from '../contract.ts';
import { formNames } from '../texts.ts';

type Asked = InputOf<typeof composeLetter>;
type Signers = OutputOf<typeof listLetters>['signers'];

type Props = {
  readonly signers: Signers;
  readonly forms: readonly Asked['form'][];
  readonly close: () => void;
};

const search = { optionFilterProp: 'label' } as const;

/** A letter that no proposal asked for. */
export function Compose({ signers, forms, close }: Props) {
  const [, go] = useLocation();
  const kinds = useRoute(matterKinds, {});
  const [form, setForm] = useState<Asked['form']>(
    forms.at(-1) === 'supervision' ? 'supervision' : 'reminder',
  );
  const [orgId, setOrg] = useState<Asked['orgId']>();
  const [signs, setSigns] = useState<Asked['signs'] | undefined>(signers[0]?.id);
  const [workingDays, setDays] = useState<number | null>(10);
  const [content, write] = useState('');
  const act = useAct(composeLetter, ({ letterId }) => go(`/letters/${letterId}`));
  const isReady = orgId && signs && workingDays && content.trim() !== '';
  return (
    <Dialog
      open
      title="另拟函件"
      act="拟稿"
      ready={Boolean(isReady)}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        orgId &&
        signs &&
        workingDays &&
        act.mutate({ form, orgId, signs, workingDays, content: content.trim() })
      }
      onClose={close}
    >
      <Field label="文书" required>
        {(ties) => (
          <Select<Asked['form']>
            {...ties}
            value={form}
            onChange={setForm}
            options={forms.map((value) => ({ value, label: formNames[value] }))}
          />
        )}
      </Field>
      <Field label="收函单位" required error={fieldError(act.error, 'orgId')}>
        {(ties) => (
          <Select<Asked['orgId']>
            {...ties}
            showSearch={search}
            style={{ width: '100%' }}
            value={orgId ?? null}
            onChange={(chosen) => setOrg(chosen ?? undefined)}
            options={(kinds.data?.organisations ?? []).map((one) => ({ value: one.orgId, label: one.name }))}
          />
        )}
      </Field>
      <Field label="签发人" required>
        {(ties) => (
          <Select<Asked['signs']>
            {...ties}
            value={signs ?? null}
            onChange={(chosen) => setSigns(chosen ?? undefined)}
            options={signers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <Field
        label="回复期限（工作日）"
        required
        hint="从印发日起算"
        error={fieldError(act.error, 'workingDays')}
      >
        {(ties) => <InputNumber {...ties} min={1} max={120} value={workingDays} onChange={setDays} />}
      </Field>
      <Field label="事项" required error={fieldError(act.error, 'content')}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={content}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
