import { Alert, Button } from 'antd';
import { useLocation } from 'wouter';
import { projectMilestones } from '#features/milestones';
import { projectStart } from '#features/starts';
import { Facts, LightMark, Panel, Shown, useRoute } from '#ui';
import type { Project } from '../contract.ts';
import { texts } from '../texts.ts';

/** A start without its permit is said on top of the card, as long as the proof is missing. */
export function StartNotice({ project }: { readonly project: Project }) {
  const start = useRoute(projectStart, { id: project.projectId }).data;
  if (!start?.row.missing) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={texts.unpermitted(start.row.missing)}
      description={texts.unpermittedNote}
      style={{ marginBottom: 12 }}
    />
  );
}

/** How far the start and the formalities before it are; both have a page of their own. */
export function StartPanel({ project }: { readonly project: Project }) {
  const { projectId: id } = project;
  const [, go] = useLocation();
  const start = useRoute(projectStart, { id });
  const plan = useRoute(projectMilestones, { id });
  return (
    <Panel
      title={texts.startAndFormalities}
      extra={
        <>
          <Button onClick={() => go(`/projects/${id}/milestones`)}>{texts.formalities}</Button>
          <Button onClick={() => go(`/projects/${id}/start`)}>{texts.startCheck}</Button>
        </>
      }
    >
      <Shown query={start} rows={2}>
        {({ row }) => (
          <Facts
            facts={[
              [texts.siteCheck, texts.siteChecks[row.check] + (row.ground ? `：${row.ground}` : '')],
              [texts.seenOn, row.seenOn ? `${row.seenOn} ${row.seenBy ?? ''}` : null],
            ]}
          />
        )}
      </Shown>
      <div style={{ height: 6 }} />
      <Shown query={plan} rows={2}>
        {({ lines, light }) => {
          const needed = lines.filter((line) => !line.notNeeded);
          const late = needed.filter((line) => line.overdue);
          return (
            <Facts
              facts={[
                [
                  texts.formalities,
                  <>
                    {light ? <LightMark light={light} /> : null}{' '}
                    {texts.formalitiesDone(
                      needed.filter((line) => line.doneOn !== null).length,
                      needed.length,
                    )}
                  </>,
                ],
                [
                  texts.lateFormalities,
                  late.map((line) => texts.lateFormality(line.name, line.daysLate)).join('；'),
                ],
              ]}
            />
          );
        }}
      </Shown>
    </Panel>
  );
}
