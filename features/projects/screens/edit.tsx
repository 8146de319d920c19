import './projects.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { CallRefused, type InputOf } from '#http/client';
import { Field, Loading, Page, Panel, Refused, type ScreenProps, Shown, useAct, useRoute } from '#ui';
import { editProject, projectChoices, readProject } from '../contract.ts';
import { texts } from '../texts.ts';
import { CardFields } from './card-fields.tsx';
import {
  type Choices,
  changesOf,
  entryKeys,
  faultsOf,
  type Project,
  type Values,
  valuesOf,
} from './card-values.ts';
import { differing, firstPicks, type Side, Stale } from './stale.tsx';

export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof readProject>['id'];
  const choices = useRoute(projectChoices, {});
  const project = useRoute(readProject, { id });
  // What was kept from an earlier look may be outdated: the form begins with what the server says now.
  const [fresh, setFresh] = useState(false);
  if (!fresh && project.data && !project.isFetching) setFresh(true);
  if (!fresh && !project.error) return <Loading />;
  return (
    <Shown query={choices}>
      {(words) => <Shown query={project}>{(data) => <EditCard choices={words} seen={data} />}</Shown>}
    </Shown>
  );
}

type Conflict = { readonly now: Project; readonly picks: Readonly<Record<string, Side>> };

/** Keeps what was typed whatever is read anew meanwhile; the version it began with decides whether it may be saved. */
function EditCard({ choices, seen }: { readonly choices: Choices; readonly seen: Project }) {
  const [, go] = useLocation();
  const thisYear = Number(choices.today.slice(0, 4));
  const [project, setProject] = useState(seen);
  const [year, setYear] = useState(project.entries.at(-1)?.year ?? thisYear);
  const [values, setValues] = useState<Values>(() => valuesOf(choices, year, project));
  const [reason, setReason] = useState('');
  const [conflict, setConflict] = useState<Conflict>();
  const act = useAct(editProject, () => go(back));
  const back = `/projects/${project.projectId}`;
  const base = valuesOf(choices, year, project);
  const faults = faultsOf(values);

  const save = (from: Project, mine: Values) =>
    act.mutate(
      {
        ...changesOf(valuesOf(choices, year, from), mine, year),
        ...{ id: from.projectId, version: from.version },
        reason: reason.trim() || undefined,
      },
      {
        onError: (error) => {
          const now = staleOf(error);
          if (now) setConflict({ now, picks: firstPicks(base, mine, valuesOf(choices, year, now)) });
        },
      },
    );

  const theirs = conflict && valuesOf(choices, year, conflict.now);
  const open = theirs ? differing(base, values, theirs).filter((key) => !conflict.picks[key]) : [];
  const settle = () => {
    if (!conflict || !theirs) return;
    const chosen = (key: string) => conflict.picks[key] === 'mine' || theirs[key] === values[key];
    const merged = Object.fromEntries(
      Object.keys(values).map((key) => [key, (chosen(key) ? values[key] : theirs[key]) ?? '']),
    );
    setValues(merged);
    setProject(conflict.now);
    setConflict(undefined);
    save(conflict.now, merged);
  };
  const turnTo = (next: number) => {
    const entry = valuesOf(choices, next, project);
    setYear(next);
    setValues({ ...values, ...Object.fromEntries(entryKeys.map((key) => [key, entry[key] ?? ''])) });
  };
  const years = [...new Set([thisYear + 1, thisYear, ...project.entries.map((one) => one.year)])];

  if (conflict && theirs)
    return (
      <Page title={`${texts.edit}：${seen.name}`}>
        <Panel>
          <Stale
            {...{ choices, base, theirs, mine: values, picks: conflict.picks }}
            pick={(key, side) => setConflict({ ...conflict, picks: { ...conflict.picks, [key]: side } })}
          />
          <div className="acts">
            <Button type="primary" disabled={open.length > 0} onClick={settle}>
              按所选合并后保存
            </Button>
            <Button onClick={() => setConflict(undefined)}>回到填写</Button>
            {open.length > 0 ? <span className="quiet">还有 {open.length} 项没有选定</span> : null}
          </div>
        </Panel>
      </Page>
    );
  return (
    <Page title={`${texts.edit}：${seen.name}`} note={`${seen.number}，第 ${project.version} 版`}>
      {act.error ? <Refused error={act.error} /> : null}
      <CardFields
        {...{ choices, values, faults, year }}
        set={(key, text) => setValues({ ...values, [key]: text })}
        error={act.error}
        years={years.sort((a, b) => b - a)}
        setYear={turnTo}
      />
      <Panel>
        <Field label="修改理由" hint="更换项目代码时必填">
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
      <div className="acts">
        <Button
          type="primary"
          loading={act.isPending}
          disabled={Object.keys(faults).length > 0}
          onClick={() => save(project, values)}
        >
          {texts.save}
        </Button>
        <Button onClick={() => go(back)}>取消</Button>
      </div>
    </Page>
  );
}

/** The card as it stands, which the refusal of a stale save carries. */
function staleOf(error: unknown): Project | undefined {
  if (!(error instanceof CallRefused) || error.code !== 'project.stale') return undefined;
  return error.details['now'] as Project | undefined;
}
