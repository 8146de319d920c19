import './secretaries.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OutputOf } from '#http/client';
import { Empty, LightMark, Page, Shown, useRoute } from '#ui';
import { myServedProjects, type ServedProject } from '../contract.ts';
import { texts } from '../texts.ts';
import { NewVisit } from './visit-dialog.tsx';

type Mine = OutputOf<typeof myServedProjects>;

/** The projects a service secretary is named for; on the phone a card each, with the act at the thumb. */
export function Screen() {
  const mine = useRoute(myServedProjects, {});
  const { data } = mine;
  return (
    <Page title={texts.mine} note={data ? texts.silentRule(data.silentDays, data.basis) : undefined}>
      <Shown query={mine}>{(shown) => <Projects mine={shown} />}</Shown>
    </Page>
  );
}

function Projects({ mine }: { readonly mine: Mine }) {
  const [, go] = useLocation();
  const [visiting, visit] = useState<ServedProject>();
  if (mine.projects.length === 0) return <Empty why={texts.none} remedy={texts.noneRemedy} />;
  return (
    <>
      <ul className="served" aria-label={texts.mine}>
        {mine.projects.map((project) => (
          <Served key={project.projectId} project={project} record={() => visit(project)} />
        ))}
      </ul>
      {visiting ? (
        <NewVisit
          key={visiting.projectId}
          project={visiting}
          today={mine.today}
          choices={mine}
          met={visiting.last?.met ?? null}
          done={(blocked) => {
            visit(undefined);
            if (blocked) go(`/projects/${visiting.projectId}/visits`);
          }}
          close={() => visit(undefined)}
        />
      ) : null}
    </>
  );
}

function Served({ project, record }: { readonly project: ServedProject; readonly record: () => void }) {
  const { projectId, name, districts, stage, light, last, daysSilent } = project;
  return (
    <li>
      <div className="served-name">
        <Link href={`/projects/${projectId}`}>{name}</Link>
        {light ? <LightMark light={light} /> : null}
      </div>
      <div className="quiet">{[...districts, stage].join(' · ')}</div>
      <div>
        {last ? (
          <>
            {texts.lastVisit} <span className="instant">{last.on}</span> {last.way}
            <span className="quiet">（{texts.daysAgo(daysSilent ?? 0)}）</span>
          </>
        ) : (
          texts.never
        )}
      </div>
      {project.silent ? <div className="doubt">{texts.silentFor(daysSilent)}</div> : null}
      <div>
        {project.nextStep ? (
          <>
            {texts.nextStep}：{project.nextStep} <span className="instant">{project.nextOn}</span>
            {project.nextLate ? <span className="doubt">{texts.late}</span> : null}
          </>
        ) : (
          <span className="quiet">{texts.noNext}</span>
        )}
      </div>
      <div className="quiet">{texts.matters(project.openMatters)}</div>
      <div className="served-act">
        <Button type="primary" onClick={record} aria-label={texts.recordFor(name)}>
          {texts.record}
        </Button>
        <Button href={`/projects/${projectId}/visits`} aria-label={`${name} ${texts.log}`}>
          {texts.log}
        </Button>
      </div>
    </li>
  );
}
