import { Alert } from 'antd';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { Facts, Instant, Panel } from '#ui';
import type { confirmImport, RunView } from '../contract.ts';
import { texts } from '../texts.ts';
import { UndoImport } from './undo-import.tsx';

type ImportResultProps = {
  readonly run: RunView;
  /** Of the confirmation made on this page. */
  readonly outcome: OutputOf<typeof confirmImport> | undefined;
  readonly reload: () => void;
};

/** What became of it: written, taken back or given up. */
export function ImportResult({ run, outcome, reload }: ImportResultProps) {
  const rows = outcome?.written ?? run.written;
  return (
    <Panel title={texts.states[run.status]}>
      {run.status === 'written' ? (
        <>
          <Alert
            type="success"
            showIcon
            role="status"
            title={rows > 0 ? texts.doneTitle(rows) : texts.doneNothing}
            description={
              <>
                <Instant at={run.writtenAt} />　
                <Link href={`/projects?year=${run.year}`}>{texts.seeProjects}</Link>
              </>
            }
            style={{ marginBottom: 12 }}
          />
          <UndoImport run={run} reload={reload} />
        </>
      ) : null}
      {run.status === 'undone' ? (
        <Facts
          facts={[
            [texts.written, rows],
            [texts.undo, texts.undoneBy(run.undoneBy ?? '', run.undoneReason ?? '')],
            [texts.at, <Instant key="at" at={run.undoneAt} />],
          ]}
        />
      ) : null}
    </Panel>
  );
}
