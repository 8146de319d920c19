import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Field, fieldError, Page, Panel, Refused, useAct } from '#ui';
import { bundleProjects, mergeProjects } from '../contract.ts';
import { texts } from '../texts.ts';
import { PickProject, type ProjectChoice } from './pick-project.tsx';
import { type StatedFacts, StatedFields, statedReady } from './stated-fields.tsx';

/** Several projects become one, or get a parent; only one level counts. */
export function Screen() {
  const bundling = new URLSearchParams(useSearch()).get('kind') === 'bundle';
  const [, go] = useLocation();
  const [chosen, choose] = useState<readonly (ProjectChoice | undefined)[]>([undefined, undefined]);
  const [name, setName] = useState('');
  const [counts, setCounts] = useState<'parent' | 'children'>('parent');
  const [stated, setStated] = useState<StatedFacts>({ fromMonth: undefined, reason: '', approver: '' });
  const done = () => go(`/year/structures?year=${stated.fromMonth?.slice(0, 4) ?? ''}`);
  const merge = useAct(mergeProjects, done);
  const bundle = useAct(bundleProjects, done);
  const error = bundling ? bundle.error : merge.error;
  const projects = chosen.filter((one) => one !== undefined);
  const send = () => {
    const { fromMonth, reason, approver } = stated;
    if (!fromMonth) return;
    const input = {
      ...{ projectIds: projects.map(({ projectId }) => projectId), name: name.trim(), fromMonth },
      ...{ reason: reason.trim(), approver: approver.trim() },
    };
    if (bundling) bundle.mutate({ ...input, counts });
    else merge.mutate(input);
  };
  const title = bundling ? texts.bundle : texts.merge;
  return (
    <Page title={title} note={<Link href="/year/structures">{texts.backToStructures}</Link>}>
      <Panel>
        <p className="quiet">{bundling ? texts.bundleNote : texts.mergeNote}</p>
        {chosen.map((one, at) => (
          <Field key={texts.nthProject(at)} label={texts.nthProject(at + 1)} required={at < 2}>
            {(ties) => (
              <PickProject ties={ties} value={one} pick={(choice) => choose(chosen.with(at, choice))} />
            )}
          </Field>
        ))}
        <Button onClick={() => choose([...chosen, undefined])}>{texts.addProject}</Button>
        <div style={{ marginTop: 16 }}>
          <Field
            label={bundling ? texts.parentName : texts.newName}
            required
            error={fieldError(error, 'name')}
          >
            {(ties) => (
              <Input
                {...ties}
                maxLength={200}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </div>
        {bundling ? (
          <Field label={texts.countingLevel} required hint={texts.countingHint}>
            {(ties) => (
              <Radio.Group
                {...ties}
                value={counts}
                onChange={(event) => setCounts(event.target.value as typeof counts)}
                options={[
                  { value: 'parent', label: texts.byParent },
                  { value: 'children', label: texts.byChildren },
                ]}
              />
            )}
          </Field>
        ) : null}
        <StatedFields stated={stated} change={setStated} error={error} />
        {error ? <Refused error={error} /> : null}
        <div className="acts">
          <Button
            type="primary"
            loading={merge.isPending || bundle.isPending}
            disabled={projects.length < 2 || name.trim() === '' || !statedReady(stated)}
            onClick={send}
          >
            {title}
          </Button>
        </div>
      </Panel>
    </Page>
  );
}
