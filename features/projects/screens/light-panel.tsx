import { Button } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { monthText } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, LightMark, Panel, Shown, useRoute } from '#ui';
import type { Project } from '../contract.ts';
import { projectLight } from '../contract.ts';
import { texts } from '../texts.ts';

type Lit = OutputOf<typeof projectLight>;

/** The light of a day; why is one click away. */
export function LightPanel({ project }: { readonly project: Project }) {
  const [asOf, setAsOf] = useState<PlainDate>();
  const light = useRoute(projectLight, { id: project.projectId, asOf });
  return (
    <Panel
      title={texts.light}
      extra={
        <span className="panel-day">
          <span className="quiet" aria-hidden="true">
            {texts.asOf}
          </span>
          <DayInput aria-label={texts.asOf} value={asOf} change={setAsOf} />
        </span>
      }
    >
      <Shown query={light} rows={3}>
        {(data) => <LightOf lit={data} />}
      </Shown>
    </Panel>
  );
}

function LightOf({ lit }: { readonly lit: Lit }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="light-line">
        {lit.overall ? <LightMark light={lit.overall} /> : <strong>{lit.apart ?? '没有灯'}</strong>}
        <span className="quiet">
          {lit.overall ? texts.lightOf(lit.evaluatedOn ?? lit.asOf, lit.month) : reasonOf(lit)}
        </span>
      </p>
      {lit.overall ? (
        <ul className="light-line">
          {lit.dimensions.map((one) => (
            <li key={one.id}>
              {one.name} <LightMark light={one.light} />
            </li>
          ))}
        </ul>
      ) : null}
      {lit.overall ? (
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {texts.why}
        </Button>
      ) : null}
      {open ? (
        lit.why.length > 0 ? (
          <ul className="why">
            {lit.why.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : (
          <p className="quiet">评价所用的数值{texts.outside}。</p>
        )
      ) : null}
      <History lit={lit} />
    </>
  );
}

function reasonOf({ apart, asOf }: Lit): string {
  return apart ? '不报月报，不亮灯' : texts.lightOf(asOf, null);
}

function History({ lit }: { readonly lit: Lit }) {
  if (lit.history.length === 0) return null;
  return (
    <section aria-label={texts.lightHistory}>
      <ol className="light-history">
        {lit.history.slice(-12).map((one) => (
          <li key={one.month} title={monthText(one.month)}>
            <span className="quiet">{one.month.slice(2)}</span>
            <LightMark light={one.overall} />
          </li>
        ))}
      </ol>
    </section>
  );
}
