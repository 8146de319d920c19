import './projects.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '#http/client';
import { Field, Page, Panel, Refused, Shown, useAct, useRoute } from '#ui';
import { createProject, projectChoices } from '../contract.ts';
import { texts } from '../texts.ts';
import { CardFields } from './card-fields.tsx';
import { type Choices, faultsOf, newCardOf, type Values, valuesOf } from './card-values.ts';

type Link = NonNullable<InputOf<typeof createProject>['link']>;

export function Screen() {
  const choices = useRoute(projectChoices, {});
  return <Shown query={choices}>{(data) => <NewCard choices={data} />}</Shown>;
}

function NewCard({ choices }: { readonly choices: Choices }) {
  const [, go] = useLocation();
  const thisYear = Number(choices.today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [values, setValues] = useState<Values>(() => valuesOf(choices, thisYear));
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(createProject, (made) => go(`/projects/${made.projectId}`));
  const faults = faultsOf(values);
  const duplicate = duplicateOf(act.error);
  const send = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const link: Link | undefined =
      duplicate && reason.trim() ? { otherId: duplicate, kind: 'related', reason: reason.trim() } : undefined;
    act.mutate({ ...newCardOf(values, year), ...(link ? { link } : {}) });
  };
  return (
    <Page title={texts.newProject} note="非涉密系统，严禁录入国家秘密">
      {act.error ? <Refused error={act.error} /> : null}
      {duplicate ? (
        <Panel>
          <Field label="确是两个项目的理由" required hint="填写后再次建立，两个项目将互相关联">
            {(ties) => (
              <Input
                {...ties}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </Panel>
      ) : null}
      <CardFields
        {...{ choices, values, year, setYear }}
        set={(key, text) => setValues({ ...values, [key]: text })}
        faults={tried ? faults : {}}
        error={act.error}
        years={[thisYear + 1, thisYear, thisYear - 1]}
      />
      <div className="acts">
        <Button type="primary" loading={act.isPending} onClick={send}>
          {texts.create}
        </Button>
        <Button onClick={() => go('/projects')}>取消</Button>
      </div>
    </Page>
  );
}

/** The project it looks like, which the refusal names. */
function duplicateOf(error: { code: string; details: Readonly<Record<string, unknown>> } | null) {
  if (error?.code !== 'project.duplicate') return undefined;
  const id = error.details['projectId'];
  return typeof id === 'string' ? (id as Link['otherId']) : undefined;
}
