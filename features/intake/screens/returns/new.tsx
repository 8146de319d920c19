import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { listOffices } from '#features/workbooks';
import type { OutputOf } from '#http/client';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Field, MonthInput, Page, Panel, Refused, useAct, useRoute } from '#ui';
import { openReturns } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';
import { DropFiles, dropReturns } from './drop-files.tsx';
import { TakingList } from './taking-list.tsx';
import { useTakeReturns } from './use-take-returns.ts';

type BatchId = OutputOf<typeof openReturns>['batchId'];

/** One drop begins a batch: the month, then all files at once. */
export function Screen() {
  const [, go] = useLocation();
  const asked = useRoute(listOffices, {});
  const [chosen, setMonth] = useState<Month>();
  const [receivedOn, setReceivedOn] = useState<PlainDate>();
  const [tried, setTried] = useState(false);
  const open = useAct(openReturns);
  const taking = useTakeReturns();
  const batch = useRef<BatchId>(undefined);
  const month = chosen ?? asked.data?.month;

  const take = async (files: readonly File[]) => {
    setTried(true);
    if (!month) return;
    const input = { month, ...(receivedOn ? { receivedOn } : {}) };
    batch.current ??= (await open.mutateAsync(input).catch(() => undefined))?.batchId;
    if (batch.current && (await taking.take(batch.current, files))) go(`/workbooks/returns/${batch.current}`);
  };
  const retry = async () => {
    if (batch.current && (await taking.retry(batch.current))) go(`/workbooks/returns/${batch.current}`);
  };
  const some = taking.takings.some(({ state }) => state === 'taken');

  return (
    <Page title={texts.begin} note={texts.note} acts={<Link href="/workbooks/returns">{texts.back}</Link>}>
      <Panel>
        {open.error ? <Refused error={open.error} /> : null}
        <div style={{ maxWidth: 720 }}>
          <Field label={texts.month} required error={tried && !month ? texts.monthFirst : undefined}>
            {(ties) => <MonthInput {...ties} value={month} change={setMonth} />}
          </Field>
          <Field label={texts.receivedOn} hint={texts.receivedHint}>
            {(ties) => <DayInput {...ties} value={receivedOn} change={setReceivedOn} />}
          </Field>
          <DropFiles {...dropReturns} choose={(files) => void take(files)} disabled={taking.busy} />
        </div>
        <TakingList takings={taking.takings} busy={taking.busy} retry={() => void retry()} />
        {!taking.busy && some && batch.current ? (
          <p>
            <Link href={`/workbooks/returns/${batch.current}`}>{texts.open(month ?? '')}</Link>
          </p>
        ) : null}
      </Panel>
    </Page>
  );
}
