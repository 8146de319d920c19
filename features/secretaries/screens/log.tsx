import './secretaries.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { openMatter } from '#features/matters';
import type { InputOf, OutputOf } from '#http/client';
import { Empty, Instant, Page, Panel, Refused, type ScreenProps, Shown, useAct, useRoute } from '#ui';
import { projectVisits, type VisitLine } from '../contract.ts';
import { texts } from '../texts.ts';
import { CorrectVisit, NewVisit } from './visit-dialog.tsx';

type Log = OutputOf<typeof projectVisits>;

/** What was done for one project, latest first. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof projectVisits>['id'];
  const log = useRoute(projectVisits, { id });
  return <Shown query={log}>{(data) => <Visits log={data} />}</Shown>;
}

function Visits({ log }: { readonly log: Log }) {
  const [, go] = useLocation();
  const [isWriting, write] = useState(false);
  const [wrong, correct] = useState<VisitLine>();
  const names = log.secretaries.join('、');
  return (
    <Page
      title={`${texts.log}：${log.name}`}
      note={[log.number, log.stage, names, texts.silentRule(log.silentDays, log.basis)]
        .filter((one) => one !== '')
        .join(' · ')}
      acts={
        <>
          <Button onClick={() => go(`/projects/${log.projectId}`)}>{texts.toProject}</Button>
          {log.mayRecord ? (
            <Button type="primary" onClick={() => write(true)}>
              {texts.record}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        {log.visits.length === 0 ? (
          <Empty why={texts.noVisits} remedy={texts.noVisitsRemedy(names)} />
        ) : (
          <ul className="visits" aria-label={texts.log}>
            {log.visits.map((visit) => (
              <Visit key={visit.visitId} log={log} visit={visit} correct={() => correct(visit)} />
            ))}
          </ul>
        )}
      </Panel>
      {isWriting ? (
        <NewVisit
          project={log}
          today={log.today}
          choices={log}
          met={log.visits[0]?.met ?? null}
          done={() => write(false)}
          close={() => write(false)}
        />
      ) : null}
      {wrong ? <CorrectVisit log={log} visit={wrong} close={() => correct(undefined)} /> : null}
    </Page>
  );
}

type VisitProps = { readonly log: Log; readonly visit: VisitLine; readonly correct: () => void };

function Visit({ log, visit, correct }: VisitProps) {
  const { withdrawn, reason, earlier } = visit;
  return (
    <li>
      <div className="visit-head">
        <strong className={withdrawn ? 'visit-gone' : undefined}>
          <span className="instant">{visit.visitedOn}</span> {visit.way.name}
        </strong>
        {visit.met ? <span>{visit.met}</span> : null}
        <span className="quiet">
          {texts.by(visit.by)} <Instant at={visit.at} />
        </span>
        {withdrawn ? <span className="doubt">{texts.withdrawn}</span> : null}
        {visit.mayCorrect ? (
          <Button type="link" onClick={correct} aria-label={`${texts.correct}${visit.visitedOn}的记录`}>
            {texts.correct}
          </Button>
        ) : null}
      </div>
      <Words visit={visit} />
      {visit.blocker && !withdrawn ? <Blocker log={log} visit={visit} /> : null}
      {reason ? <p className="quiet">{texts.correctedBecause(reason)}</p> : null}
      {earlier.length > 0 ? (
        <details>
          <summary className="quiet">{texts.corrected(earlier.length)}</summary>
          {earlier.map((one) => (
            <div key={one.number} className="quiet">
              <span className="instant">{one.visitedOn}</span> {one.way.name} {one.met}
              <Words visit={one} />
              {one.blocker}
            </div>
          ))}
        </details>
      ) : null}
    </li>
  );
}

function Words({ visit }: { readonly visit: Pick<VisitLine, 'findings' | 'nextStep' | 'nextOn'> }) {
  return (
    <>
      {visit.findings ? <div>{visit.findings}</div> : null}
      {visit.nextStep ? (
        <div>
          {texts.nextStep}：{visit.nextStep} <span className="instant">{visit.nextOn}</span>
        </div>
      ) : null}
    </>
  );
}

const longestHead = 40;

/** Who wrote it makes it a problem with one press; the visit is its name there, so it is made once. */
function Blocker({ log, visit }: { readonly log: Log; readonly visit: VisitLine }) {
  const raising = useAct(openMatter);
  const { blocker, cause, problem, visitId } = visit;
  if (!blocker) return null;
  const [first = ''] = blocker.split(/[。；;\n]/);
  const raise = () =>
    raising.mutate({
      ...{ kind: 'problem', projectId: log.projectId, source: 'secretary', sourceKey: visitId },
      title: `${log.name}：${first.slice(0, longestHead)}`.slice(0, 200),
      given: { content: blocker, cause: cause?.id },
    });
  return (
    <div>
      {texts.blocker}：{blocker} <span className="quiet">{cause?.name}</span>{' '}
      {problem ? (
        <Link href={`/matters/${problem.matterId}`}>
          {texts.raised(problem.number)}（{problem.state}）
        </Link>
      ) : visit.mayCorrect ? (
        <Button loading={raising.isPending} onClick={raise}>
          {texts.raise}
        </Button>
      ) : null}
      {raising.error ? <Refused error={raising.error} /> : null}
    </div>
  );
}
