import { useState } from 'react';
import { Field, Shown, useAct } from '#ui';
import { actOnMatter, type MatterFieldView, type MatterPage, type OpenAction } from '../../contract.ts';
import { GivenFields } from '../given/given-fields.tsx';
import { askedFields, givenFrom, missingOf, type Values } from '../given/values.ts';
import { kindOf, type OrgId, useKinds } from '../kinds.ts';
import { OrgSelect, OrgsSelect } from '../org-select.tsx';
import { pageTexts } from '../page-texts.ts';
import { MatterDialog } from './matter-dialog.tsx';

type ActDialogProps = {
  readonly page: MatterPage;
  readonly action: OpenAction;
  readonly close: () => void;
};

/** One action of the matter's kind with exactly the fields it requires and takes. */
export function ActDialog(props: ActDialogProps) {
  const kinds = useKinds();
  return (
    <Shown query={kinds} rows={2}>
      {(data) => <Filled {...props} fields={kindOf(data, props.page.matter.kind.id)?.fields ?? []} />}
    </Shown>
  );
}

type FilledProps = ActDialogProps & { readonly fields: readonly MatterFieldView[] };

function Filled({ page, action, fields, close }: FilledProps) {
  const { matter } = page;
  const isBounce = action.needsLead && matter.lead !== null;
  const [values, setValues] = useState<Values>({});
  const [lead, setLead] = useState<OrgId | undefined>(
    action.takesLead && !isBounce ? (matter.lead?.id as OrgId | undefined) : undefined,
  );
  const [support, setSupport] = useState<readonly OrgId[]>(
    action.takesSupport ? matter.support.map(({ id }) => id as OrgId) : [],
  );
  const sending = useAct(actOnMatter, close);
  const asked = askedFields(fields, action);
  const ready = missingOf(asked, values).length === 0 && (!action.needsLead || lead !== undefined);
  const send = (version: number) =>
    sending.mutate({
      ...{ id: matter.matterId, version, action: action.id, given: givenFrom(asked, values) },
      ...(action.takesLead && lead ? { lead } : {}),
      ...(action.takesSupport ? { support: [...support] } : {}),
    });
  return (
    <MatterDialog
      page={page}
      action={action.id}
      title={action.name}
      act={action.name}
      ready={ready}
      sending={sending}
      onAct={send}
      onClose={close}
    >
      <p>{matter.title}</p>
      <p className="quiet">
        {pageTexts.leadsTo(action.to.name)}
        {asked.length === 0 && !action.takesLead ? `。${pageTexts.noFields}` : ''}
      </p>
      {action.takesLead ? (
        <Field label={isBounce ? pageTexts.bounceTo : pageTexts.lead} required={action.needsLead}>
          {(ties) => (
            <OrgSelect
              ties={ties}
              value={lead}
              pick={setLead}
              except={isBounce && matter.lead ? [matter.lead.id] : []}
            />
          )}
        </Field>
      ) : null}
      {action.takesSupport ? (
        <Field label={pageTexts.support}>
          {(ties) => <OrgsSelect ties={ties} value={support} pick={setSupport} />}
        </Field>
      ) : null}
      <GivenFields asked={asked} values={values} change={setValues} />
      {asked.some(({ field }) => field.kind === 'score') ? (
        <p className="field-hint">{pageTexts.scoreHint}</p>
      ) : null}
    </MatterDialog>
  );
}
