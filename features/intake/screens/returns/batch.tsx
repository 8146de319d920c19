import { Alert } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import { Facts, Instant, Page, Panel, type ScreenProps, Shown, TabSet, useRoute } from '#ui';
import { type BatchPreview, viewReturns } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';
import { Contests } from './contests.tsx';
import { Counts } from './counts.tsx';
import { DecideBatch } from './decide-batch.tsx';
import { DropFiles } from './drop-files.tsx';
import { OfficeTable } from './office-table.tsx';
import { ReturnTable } from './return-table.tsx';
import { StrayTable } from './stray-table.tsx';
import { TakingList } from './taking-list.tsx';
import { UndoBatch } from './undo-batch.tsx';
import { useChoices } from './use-choices.ts';
import { useTakeReturns } from './use-take-returns.ts';

type BatchId = InputOf<typeof viewReturns>['batchId'];

/** One batch: all its files looked at together, and what becomes of them. */
export function Screen({ params }: ScreenProps) {
  const batchId = params['batchId'] as BatchId;
  const preview = useRoute(viewReturns, { batchId });
  const batch = preview.data?.batch;
  return (
    <Page
      title={batch ? texts.open(batch.month) : texts.returns}
      note={
        batch
          ? `${texts.receivedOn} ${batch.receivedOn} · ${texts.actor} ${batch.actorName} · ${texts.states[batch.status]}`
          : undefined
      }
      acts={<Link href="/workbooks/returns">{texts.back}</Link>}
    >
      <Shown query={preview}>
        {(data) => <Opened preview={data} reload={() => void preview.refetch()} />}
      </Shown>
    </Page>
  );
}

function Opened({ preview, reload }: { readonly preview: BatchPreview; readonly reload: () => void }) {
  const { batch, files, contests, strays, offices, agreed } = preview;
  const choices = useChoices(batch.batchId);
  const taking = useTakeReturns();
  const [more, setMore] = useState(false);
  const open = batch.status === 'read';
  const missing = offices.filter(({ left }) => left > 0);
  const tabs = [
    {
      key: 'contests',
      count: contests.length,
      content: <Contests {...{ contests, agreed, choices, open }} />,
    },
    { key: 'strays', count: strays.length, content: <StrayTable {...{ strays, choices, open }} /> },
    { key: 'files', count: files.length, content: <ReturnTable {...{ batch, files }} /> },
    { key: 'offices', count: missing.length, content: <OfficeTable offices={offices} /> },
  ] as const;
  return (
    <>
      <Counts preview={preview} />
      {open ? (
        <DecideBatch preview={preview} choices={choices} reload={reload} more={() => setMore(!more)} />
      ) : (
        <Outcome preview={preview} reload={reload} />
      )}
      {open && (more || files.length === 0) ? (
        <Panel title={texts.more}>
          <DropFiles
            label={texts.drop}
            note={texts.dropNote}
            disabled={taking.busy}
            choose={(chosen) => void taking.take(batch.batchId, chosen)}
          />
          <TakingList
            takings={taking.takings}
            busy={taking.busy}
            retry={() => void taking.retry(batch.batchId)}
          />
        </Panel>
      ) : null}
      <Panel>
        <TabSet
          label={texts.returns}
          first={((open && tabs.find(({ count, key }) => count > 0 && key !== 'offices')) || tabs[2]).key}
          tabs={tabs.map(({ key, count, content }) => ({
            key,
            name: `${texts.tabs[key]} ${count}`,
            content,
          }))}
        />
      </Panel>
    </>
  );
}

/** What became of the batch: written, taken back or given up. */
function Outcome({ preview, reload }: { readonly preview: BatchPreview; readonly reload: () => void }) {
  const { batch, files } = preview;
  return (
    <Panel title={texts.states[batch.status]}>
      {batch.status === 'written' ? (
        <>
          <Alert
            type="success"
            showIcon
            role="status"
            title={texts.done(batch.written, files.length)}
            description={<Instant at={batch.writtenAt} />}
            style={{ marginBottom: 12 }}
          />
          <UndoBatch batch={batch} reload={reload} />
        </>
      ) : null}
      {batch.status === 'undone' ? (
        <Facts
          facts={[
            [texts.undo, texts.undone(batch.undoneBy ?? '', batch.undoneReason ?? '')],
            [texts.at, <Instant key="at" at={batch.undoneAt} />],
          ]}
        />
      ) : null}
    </Panel>
  );
}
