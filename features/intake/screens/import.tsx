import { useState } from 'react';
import { Link } from 'wouter';
import type { InputOf, OutputOf } from '#http/client';
import { Page, Panel, type ScreenProps, Shown, TabSet, useRoute } from '#ui';
import { type confirmImport, type Preview, viewImport } from '../contract.ts';
import { texts } from '../texts.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { DecideImport } from './decide-import.tsx';
import { doubtCount } from './doubts.ts';
import { FindingTable } from './finding-table.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportResult } from './import-result.tsx';
import { MarkedCopy } from './marked-copy.tsx';
import { periodOf } from './period-of.ts';
import { RowTable } from './row-table.tsx';
import { SkippedTable } from './skipped-table.tsx';

type ImportId = InputOf<typeof viewImport>['importId'];

/** One workbook: what was found in it, and what becomes of it. */
export function Screen({ params }: ScreenProps) {
  const importId = params['importId'] as ImportId;
  const preview = useRoute(viewImport, { importId });
  const run = preview.data?.run;
  return (
    <Page
      title={run ? run.fileName : texts.imports}
      note={run ? noteOf(run) : undefined}
      acts={
        <>
          <Link href="/imports">{texts.backToList}</Link>
          {run ? <MarkedCopy importId={importId} /> : null}
        </>
      }
    >
      <Shown query={preview}>
        {(data) => <Opened preview={data} reload={() => void preview.refetch()} />}
      </Shown>
    </Page>
  );
}

function noteOf(run: Preview['run']): string {
  const { kind, sender, receivedOn, actorName, status } = run;
  return [
    `${periodOf(run)}${texts.kinds[kind]}`,
    ...(sender ? [sender] : []),
    `${texts.receivedOn} ${receivedOn}`,
    `${texts.actor} ${actorName}`,
    texts.states[status],
  ].join(' · ');
}

type OpenedProps = { readonly preview: Preview; readonly reload: () => void };

function Opened({ preview, reload }: OpenedProps) {
  const [written, setWritten] = useState<OutputOf<typeof confirmImport>>();
  const { run, outcome, sheets } = preview;
  const errors = outcome.findings.filter(({ kind }) => kind === 'error');
  const warnings = outcome.findings.filter(({ kind }) => kind === 'warning');
  const doubts = doubtCount(sheets);
  const tabs = [
    {
      key: 'errors',
      name: texts.tabs.errors,
      count: errors.length,
      content: <FindingTable key="errors" findings={errors} none={texts.noErrors} />,
    },
    {
      key: 'warnings',
      name: texts.tabs.warnings,
      count: warnings.length,
      content: <FindingTable key="warnings" findings={warnings} none={texts.noWarnings} />,
    },
    {
      key: 'rows',
      name: texts.tabs.rows,
      count: outcome.rows.length,
      content: <RowTable kind={run.kind} rows={outcome.rows} findings={errors} />,
    },
    {
      key: 'skipped',
      name: texts.tabs.skipped,
      count: outcome.skip.length,
      content: <SkippedTable rows={outcome.skip} />,
    },
    {
      key: 'columns',
      name: texts.tabs.columns,
      count: doubts,
      content: <ColumnMapping preview={preview} reload={reload} />,
    },
  ];
  return (
    <>
      <ImportCounts outcome={outcome} doubts={doubts} />
      {run.status === 'read' ? (
        <DecideImport preview={preview} written={setWritten} reload={reload} />
      ) : (
        <ImportResult run={run} outcome={written} reload={reload} />
      )}
      <Panel>
        <TabSet
          label={texts.file}
          first={(tabs.find(({ count }) => count > 0) ?? tabs[2])?.key}
          tabs={tabs.map(({ key, name, count, content }) => ({
            key,
            name: key === 'columns' && count === 0 ? name : `${name} ${count}`,
            content,
          }))}
        />
      </Panel>
    </>
  );
}
