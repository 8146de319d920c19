import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '#http/client';
import { Field, fieldError, Panel, Refused, useAct } from '#ui';
import { type MatterKindView, openMatter } from '../../contract.ts';
import { GivenFields } from '../given/given-fields.tsx';
import { askedFields, givenFrom, missingOf, type Values } from '../given/values.ts';
import type { OrgId } from '../kinds.ts';
import { openTexts } from '../open-texts.ts';
import { OrgSelect, OrgsSelect } from '../org-select.tsx';
import { type ProjectId, ProjectPicker } from '../project-picker.tsx';
import { texts } from '../texts.ts';
import { RouteNote } from './route-note.tsx';
import type { Start } from './start.ts';

type OpenFormProps = { readonly kinds: readonly MatterKindView[]; readonly start: Start };

/** What was typed stays when another kind is chosen: kinds share the fields that mean the same. */
export function OpenForm({ kinds, start }: OpenFormProps) {
  const [, go] = useLocation();
  const [kindId, setKind] = useState(start.kind ?? 'problem');
  const kind = kinds.find(({ id }) => id === kindId) ?? kinds[0];
  const [title, setTitle] = useState(start.title ?? '');
  const [values, setValues] = useState<Values>(start.content ? { content: start.content } : {});
  const [projectId, setProject] = useState<ProjectId | undefined>(start.projectId);
  const [orgId, setOrg] = useState<OrgId>();
  const [enterprise, setEnterprise] = useState('');
  const [sourceKey, setSourceKey] = useState('');
  const [urgent, setUrgent] = useState(false);
  const [lead, setLead] = useState<OrgId>();
  const [support, setSupport] = useState<readonly OrgId[]>([]);
  const [level, setLevel] = useState<string>();
  const [levelReason, setLevelReason] = useState('');
  const act = useAct(openMatter, ({ matterId }) => go(`/matters/${matterId}`));
  if (!kind) return null;

  const asked = askedFields(kind.fields, kind.opens);
  const { choosesLead } = kind.opens;
  const asksKey = !kind.ownIntake && start.source === undefined;
  const ready =
    title.trim() !== '' &&
    missingOf(asked, values).length === 0 &&
    (kind.about !== 'project' || projectId !== undefined) &&
    (!asksKey || sourceKey.trim() !== '') &&
    (level === undefined || levelReason.trim() !== '');
  const send = () => {
    const input: InputOf<typeof openMatter> = {
      ...{ kind: kind.id, title: title.trim(), given: givenFrom(asked, values) },
      ...(kind.about === 'project' || projectId ? { projectId } : {}),
      ...(kind.about === 'organisation' && orgId ? { orgId } : {}),
      ...(enterprise.trim() && kind.about === 'enterprise' ? { enterprise: enterprise.trim() } : {}),
      ...(urgent ? { urgent } : {}),
      ...(choosesLead && lead ? { lead } : {}),
      ...(choosesLead && support.length > 0 ? { support: [...support] } : {}),
      ...(choosesLead && level ? { level: { level, reason: levelReason.trim() } } : {}),
      ...(start.source ? { source: start.source, month: start.month } : {}),
      ...(asksKey ? { sourceKey: sourceKey.trim() } : {}),
    };
    act.mutate(input);
  };

  return (
    <div className="matter-open">
      <Panel>
        {start.source ? <p className="doubt">{openTexts.source[start.source]}</p> : null}
        <Field label={openTexts.kind} required>
          {(ties) => (
            <Select<string>
              {...ties}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={start.source !== undefined}
              style={{ width: '100%' }}
              value={kind.id}
              options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setKind}
            />
          )}
        </Field>
        {kind.notice ? <p className="quiet">{kind.notice}</p> : null}
        <Field
          label={openTexts.title}
          required
          hint={openTexts.titleHint}
          error={fieldError(act.error, 'title')}
        >
          {(ties) => (
            <Input
              {...ties}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        {kind.about === 'organisation' ? (
          <Field label={openTexts.organisation}>
            {(ties) => <OrgSelect ties={ties} value={orgId} pick={setOrg} />}
          </Field>
        ) : null}
        {kind.about === 'enterprise' ? (
          <Field label={openTexts.enterprise}>
            {(ties) => (
              <Input
                {...ties}
                maxLength={200}
                value={enterprise}
                onChange={(event) => setEnterprise(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <Field label={openTexts.project} required={kind.about === 'project'}>
          {(ties) => (
            <ProjectPicker
              ties={ties}
              value={projectId}
              name={projectId === start.projectId ? start.projectName : undefined}
              pick={setProject}
            />
          )}
        </Field>
        {asksKey ? (
          <Field label={openTexts.sourceKey} required hint={openTexts.sourceKeyHint}>
            {(ties) => (
              <Input
                {...ties}
                maxLength={100}
                value={sourceKey}
                onChange={(event) => setSourceKey(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <GivenFields asked={asked} values={values} change={setValues} />
        <Checkbox checked={urgent} onChange={(event) => setUrgent(event.target.checked)}>
          {openTexts.urgent}
        </Checkbox>
      </Panel>
      <Panel title={openTexts.route}>
        <RouteNote kind={kind} />
        {choosesLead ? (
          <>
            <Field label={openTexts.lead} hint={openTexts.leadHint}>
              {(ties) => <OrgSelect ties={ties} value={lead} pick={setLead} />}
            </Field>
            <Field label={openTexts.support}>
              {(ties) => <OrgsSelect ties={ties} value={support} pick={setSupport} />}
            </Field>
            {kind.ladder ? (
              <Field label={openTexts.level} hint={openTexts.levelHint}>
                {(ties) => (
                  <Select<string>
                    {...ties}
                    allowClear
                    placeholder={texts.withoutChoice}
                    style={{ width: '100%' }}
                    value={level ?? null}
                    options={(kind.ladder?.levels ?? []).map((one) => ({ value: one.id, label: one.name }))}
                    onChange={(chosen) => setLevel(chosen ?? undefined)}
                  />
                )}
              </Field>
            ) : null}
            {level ? (
              <Field label={openTexts.levelReason} required>
                {(ties) => (
                  <Input
                    {...ties}
                    maxLength={500}
                    value={levelReason}
                    onChange={(event) => setLevelReason(event.target.value)}
                  />
                )}
              </Field>
            ) : null}
          </>
        ) : (
          <p className="quiet">{openTexts.leadByOffice}</p>
        )}
      </Panel>
      {act.error ? <Refused error={act.error} /> : null}
      <div className="matter-acts">
        <Button type="primary" disabled={!ready} loading={act.isPending} onClick={send}>
          {openTexts.submit}
        </Button>
      </div>
    </div>
  );
}
