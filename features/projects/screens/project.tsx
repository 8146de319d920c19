import './projects.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '#http/client';
import { MoneyUnitSwitch, Page, type ScreenProps, Shown, useRoute } from '#ui';
import { type Project, readProject } from '../contract.ts';
import { texts } from '../texts.ts';
import { AttachmentsPanel } from './attachments-panel.tsx';
import { BasicsPanel, MoneyPanel } from './basics-panel.tsx';
import { ChainPanel } from './chain-panel.tsx';
import { ChangeStage } from './change-stage.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LightPanel } from './light-panel.tsx';
import { LinkProject } from './link-project.tsx';
import { CodesPanel, LinksPanel, MembershipsPanel } from './lists-panel.tsx';
import { MonthsPanel } from './months-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { RecordStatistics } from './record-statistics.tsx';
import { StageTimeline } from './stage-timeline.tsx';
import { StartNotice, StartPanel } from './start-panel.tsx';

type Act = 'stage' | 'link' | 'statistics';

/** The file card of a project. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof readProject>['id'];
  const project = useRoute(readProject, { id });
  return <Shown query={project}>{(data) => <ProjectFile project={data} />}</Shown>;
}

function ProjectFile({ project }: { readonly project: Project }) {
  const [, go] = useLocation();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const { may } = project;
  const places = project.districts.map((one) => one.name).join('、');
  return (
    <Page
      title={project.name}
      note={[project.number, places, project.stage.name, ...project.batches.map((one) => one.name)].join(
        ' · ',
      )}
      acts={
        <>
          <MoneyUnitSwitch />
          <Button onClick={() => go(`/projects/${project.projectId}/card`)}>{texts.fileCard}</Button>
          {may.recordStatistics ? (
            <Button onClick={() => setAct('statistics')}>{texts.recordStatistics}</Button>
          ) : null}
          {may.link ? <Button onClick={() => setAct('link')}>{texts.link}</Button> : null}
          {may.changeStage ? <Button onClick={() => setAct('stage')}>{texts.changeStage}</Button> : null}
          {may.edit ? (
            <Button type="primary" onClick={() => go(`/projects/${project.projectId}/edit`)}>
              {texts.edit}
            </Button>
          ) : null}
        </>
      }
    >
      <Notices project={project} />
      {project.withinScope ? <StartNotice project={project} /> : null}
      <div className="columns">
        <div>
          <LightPanel project={project} />
          <ChainPanel project={project} />
          <NotesPanel project={project} />
        </div>
        <StageTimeline project={project} />
      </div>
      {project.withinScope ? <MonthsPanel project={project} /> : null}
      <div className="columns">
        <BasicsPanel project={project} />
        <div>
          <MoneyPanel project={project} />
          <PeoplePanel project={project} />
        </div>
      </div>
      <div className="columns">
        <MembershipsPanel project={project} />
        <div>
          <CodesPanel project={project} />
          <LinksPanel project={project} />
        </div>
      </div>
      {project.withinScope ? <StartPanel project={project} /> : null}
      {project.withinScope ? <AttachmentsPanel project={project} /> : null}
      {project.withinScope ? <HistoryPanel project={project} /> : null}
      {act === 'stage' ? <ChangeStage project={project} close={close} /> : null}
      {act === 'link' ? <LinkProject project={project} close={close} /> : null}
      {act === 'statistics' ? <RecordStatistics project={project} close={close} /> : null}
    </Page>
  );
}

function Notices({ project }: { readonly project: Project }) {
  const notices = [
    project.withdrawn ? texts.withdrawn : undefined,
    project.mergedInto ? texts.merged : project.stage.closed ? texts.closed(project.stage.name) : undefined,
    project.apart ? texts.apart(project.apart.fromMonth, project.apart.reason) : undefined,
    project.withinScope ? undefined : texts.outsideNote,
  ].filter((one) => one !== undefined);
  return notices.map((text) => (
    <Alert key={text} type="info" showIcon title={text} style={{ marginBottom: 12 }} />
  ));
}
