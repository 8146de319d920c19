import { Select } from 'antd';
import { Field } from '#ui';
import { texts } from '../texts.ts';
import { useAudience } from './audience.ts';
import type { Draft } from './channel-draft.ts';

type AudienceFieldsProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
};

/** Whose messages a group hears: those addressed to these offices, to offices of these groups, or to these roles. */
export function AudienceFields({ draft, change }: AudienceFieldsProps) {
  const { orgs, groups, roles } = useAudience();
  const shared = {
    mode: 'multiple',
    showSearch: { optionFilterProp: 'label' },
    style: { width: '100%' },
  } as const;
  return (
    <>
      <Field label={texts.orgs}>
        {(ties) => (
          <Select
            {...ties}
            {...shared}
            value={draft.orgIds}
            onChange={(orgIds) => change({ orgIds })}
            options={orgs}
          />
        )}
      </Field>
      <Field label={texts.groups}>
        {(ties) => (
          <Select
            {...ties}
            {...shared}
            value={draft.groupIds}
            onChange={(groupIds) => change({ groupIds })}
            options={groups}
          />
        )}
      </Field>
      <Field label={texts.roles}>
        {(ties) => (
          <Select
            {...ties}
            {...shared}
            value={draft.roles}
            onChange={(chosen) => change({ roles: chosen })}
            options={roles}
          />
        )}
      </Field>
    </>
  );
}
