import { Button } from 'antd';
import { useState } from 'react';
import { Empty, Instant, Panel, Shown, useRoute } from '#ui';
import type { Project } from '../contract.ts';
import { projectHistory } from '../contract.ts';
import { texts } from '../texts.ts';

/** Who changed what, when, before and after; fetched when it is asked for. */
export function HistoryPanel({ project }: { readonly project: Project }) {
  const [open, setOpen] = useState(false);
  return (
    <Panel title={texts.history}>
      {open ? (
        <History id={project.projectId} />
      ) : (
        <Button onClick={() => setOpen(true)}>{texts.showHistory}</Button>
      )}
    </Panel>
  );
}

function History({ id }: { readonly id: Project['projectId'] }) {
  const history = useRoute(projectHistory, { id });
  return (
    <Shown query={history}>
      {(saves) =>
        saves.length === 0 ? (
          <Empty why={texts.noHistory} />
        ) : (
          <ol className="timeline">
            {saves.map((save) => (
              <li key={`${save.version} ${save.act} ${save.at}`}>
                <Instant at={save.at} />
                <div>
                  <strong>{save.act}</strong> {save.by} <span className="quiet">第 {save.version} 版</span>
                  {save.reason ? <div className="quiet">{save.reason}</div> : null}
                  {save.changes.map((change) => (
                    <div key={change.field}>
                      {change.field}：{change.before ? <del>{change.before}</del> : null}
                      {change.before ? ' → ' : ''}
                      {change.after ?? '（清空）'}
                    </div>
                  ))}
                </div>
              </li>
            ))}
          </ol>
        )
      }
    </Shown>
  );
}
