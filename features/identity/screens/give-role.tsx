import { Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct, useRoute } from '#ui';
import { giveRole, listRoles } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Account } from './account-table.tsx';
import { useOrganisations } from './organisations.ts';

type Given = InputOf<typeof giveRole>;
type GiveRoleProps = { readonly account: Account; readonly open: boolean; readonly close: () => void };

/** Role, organisation where the role asks for one, and days. */
export function GiveRole({ account, open, close }: GiveRoleProps) {
  const roles = useRoute(listRoles, {}, { enabled: open });
  const organisations = useOrganisations();
  const [role, setRole] = useState<Given['role']>();
  const [orgId, setOrgId] = useState<Given['orgId']>();
  const [fromOn, setFrom] = useState<PlainDate>();
  const [toOn, setTo] = useState<PlainDate>();
  const finish = () => {
    for (const forget of [setRole, setOrgId, setFrom, setTo]) forget(undefined);
    act.reset();
    close();
  };
  const act = useAct(giveRole, finish);
  const scope = roles.data?.find((one) => one.role === role)?.scope;

  return (
    <Dialog
      open={open}
      title={`${texts.give}：${account.displayName}`}
      act={texts.give}
      ready={role !== undefined && (scope !== 'organisation' || orgId !== undefined)}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        role &&
        act.mutate({
          id: account.accountId,
          role,
          orgId: scope === 'organisation' ? orgId : undefined,
          fromOn,
          toOn,
        })
      }
      onClose={finish}
    >
      <Field label={texts.role} required hint={scope === 'person' ? texts.personHint : undefined}>
        {(ties) => (
          <Select
            {...ties}
            value={role}
            onChange={setRole}
            options={(roles.data ?? []).map((one) => ({ value: one.role, label: one.name }))}
          />
        )}
      </Field>
      {scope === 'organisation' ? (
        <Field label={texts.organisation} required hint={texts.organisationHint}>
          {(ties) => (
            <Select
              {...ties}
              showSearch={{ optionFilterProp: 'label' }}
              value={orgId}
              onChange={setOrgId}
              options={organisations.map((one) => ({
                value: one.orgId,
                label: one.name,
              }))}
            />
          )}
        </Field>
      ) : null}
      <Field label={texts.from} error={fieldError(act.error, 'fromOn')}>
        {(ties) => <DayInput {...ties} value={fromOn} change={setFrom} />}
      </Field>
      <Field label={texts.to} hint={texts.toHint} error={fieldError(act.error, 'toOn')}>
        {(ties) => <DayInput {...ties} value={toOn} change={setTo} />}
      </Field>
    </Dialog>
  );
}
