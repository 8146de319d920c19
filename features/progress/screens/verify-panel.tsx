import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { parseMoney } from '#kernel/money';
import { Dialog, Field, Instant, Money, Panel, Refused, useAct, useMoneyUnit } from '#ui';
import { type MonthLine, returnReport, verifyReport } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Months } from './project-year.ts';
import { exactMoney } from './report-draft.ts';

type VerifyProps = { readonly months: Months; readonly line: MonthLine };

/** What was verified, beside what was reported; for who verifies, the three things that can be done. */
export function VerifyPanel({ months, line }: VerifyProps) {
  const [open, setOpen] = useState<'other' | 'back'>();
  const { unit } = useMoneyUnit();
  const verify = useAct(verifyReport);
  const { reported, verified, verificationOutdated } = line;
  if (!reported) return null;
  const state = verificationOutdated
    ? texts.outdated
    : verified
      ? texts.verified
      : texts.waitingForVerification;
  return (
    <Panel title={texts.verify}>
      <p>
        {state}
        {verified ? (
          <>
            ：{texts.verifiedCum}（{unit}）<Money fen={verified.cumFen} />，{verified.recordedBy}{' '}
            <Instant at={verified.recordedAt} />
            {verified.correctionReason ? `，${verified.correctionReason}` : null}
          </>
        ) : null}
      </p>
      {months.may.verify && !line.locked ? (
        <>
          {verify.error ? <Refused error={verify.error} /> : null}
          <div className="acts">
            <Button
              type="primary"
              loading={verify.isPending}
              disabled={verified !== null && !verificationOutdated}
              onClick={() =>
                verify.mutate({
                  id: months.projectId,
                  month: line.month,
                  reportNumber: reported.number,
                  expectedNumber: line.verifiedNumber,
                })
              }
            >
              {texts.asReported}
            </Button>
            <Button onClick={() => setOpen('other')}>{texts.verifyOther}</Button>
            <Button onClick={() => setOpen('back')}>{texts.sendBack}</Button>
          </div>
          <p className="quiet">{texts.samePersonNote}</p>
        </>
      ) : null}
      {months.may.review && !months.may.verify && !line.locked ? (
        <p>
          <Link href={`/reporting/${line.month}/review`}>{texts.toReview}</Link>
        </p>
      ) : null}
      {open === 'other' ? <VerifyOther months={months} line={line} close={() => setOpen(undefined)} /> : null}
      {open === 'back' ? <SendBack months={months} line={line} close={() => setOpen(undefined)} /> : null}
    </Panel>
  );
}

type OpenProps = VerifyProps & { readonly close: () => void };

function VerifyOther({ months, line, close }: OpenProps) {
  const { unit } = useMoneyUnit();
  const from = line.verified ?? line.reported;
  const typed = (fen: string | null | undefined) => (fen ? exactMoney(BigInt(fen), unit) : '');
  const [opened] = useState(unit);
  const [monthFen, setMonth] = useState(typed(from?.monthFen));
  const [cumFen, setCum] = useState(typed(from?.cumFen));
  const [reason, setReason] = useState('');
  const verify = useAct(verifyReport, close);
  const read = (text: string) => (text.trim() === '' ? null : parseMoney(text, opened));
  const [month, cum] = [read(monthFen), read(cumFen)];
  const field = (
    label: string,
    value: string,
    fen: bigint | null | undefined,
    change: (text: string) => void,
  ) => (
    <Field label={`${label}（${opened}）`} error={fen === undefined ? texts.notAmount(value) : undefined}>
      {(ties) => (
        <Input {...ties} inputMode="decimal" value={value} onChange={(event) => change(event.target.value)} />
      )}
    </Field>
  );
  return (
    <Dialog
      open
      title={texts.verifyOther}
      act={texts.verify}
      onAct={() =>
        verify.mutate({
          ...{ id: months.projectId, month: line.month, reportNumber: line.reportNumber },
          ...{ expectedNumber: line.verifiedNumber, correctionReason: reason.trim() || null },
          monthFen: month === null || month === undefined ? null : `${month}`,
          cumFen: cum === null || cum === undefined ? null : `${cum}`,
        })
      }
      onClose={close}
      busy={verify.isPending}
      ready={month !== undefined && cum !== undefined}
      error={verify.error}
    >
      {field(texts.fields.monthFen, monthFen, month, setMonth)}
      {field(texts.fields.cumFen, cumFen, cum, setCum)}
      <Field label={texts.differenceReason} required>
        {(ties) => (
          <Input
            {...ties}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

function SendBack({ months, line, close }: OpenProps) {
  const [reason, setReason] = useState('');
  const back = useAct(returnReport, close);
  return (
    <Dialog
      open
      title={texts.sendBack}
      act={texts.sendBack}
      onAct={() =>
        back.mutate({
          ...{ id: months.projectId, month: line.month, reportNumber: line.reportNumber },
          reason: reason.trim(),
        })
      }
      onClose={close}
      busy={back.isPending}
      ready={reason.trim() !== ''}
      error={back.error}
    >
      <Field label={texts.returnReason} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            maxLength={500}
            autoSize={{ minRows: 3 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
