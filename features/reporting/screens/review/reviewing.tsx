import { Alert, Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { Link } from 'wouter';
import { Empty, Panel, Refused, useNarrow } from '#ui';
import type { PeriodHead, ReportingRow, StepDue } from '../../contract.ts';
import { HistoryDialog } from '../history-dialog.tsx';
import { KeyHelp } from '../key-help.tsx';
import { Outcomes } from '../outcomes.tsx';
import { texts } from '../texts.ts';
import { ReturnDialog } from './return-dialog.tsx';
import type { ReviewActs } from './review-acts.ts';
import { ReviewCards } from './review-cards.tsx';
import { ReviewTable } from './review-table.tsx';
import { isPassed, useReview } from './use-review.ts';
import { VerifyDialog } from './verify-dialog.tsx';

type ReviewingProps = {
  readonly period: PeriodHead;
  readonly rows: readonly ReportingRow[];
  readonly steps: readonly StepDue[];
  readonly total: number;
};

/** The rows that wait here; many are passed at once, single ones sent back, all of it by keyboard, too. */
export function Reviewing({ period, rows, steps, total }: ReviewingProps) {
  const narrow = useNarrow();
  const review = useReview(period, rows);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [wanted, stand] = useState(() => {
    const asked = new URLSearchParams(window.location.search).get('project');
    return Math.max(
      0,
      rows.findIndex(({ projectId }) => projectId === asked),
    );
  });
  const [returning, sendBack] = useState<readonly ReportingRow[]>();
  const [verifying, verify] = useState<ReportingRow>();
  const [told, tell] = useState<ReportingRow>();
  const at = Math.min(wanted, rows.length - 1);
  const selected = rows.filter(({ projectId }) => chosen.has(projectId));
  const here = rows[at];
  const meant = selected.length > 0 ? selected : here ? [here] : [];
  const selectAll = (some: readonly ReportingRow[]) =>
    choose(new Set(some.map(({ projectId }): string => projectId)));
  const forward = (some: readonly ReportingRow[]) => {
    choose(new Set());
    review.forward(some);
  };

  const acts: ReviewActs = {
    toggle: ({ projectId }) => choose(toggled(chosen, projectId)),
    forward: (row) => forward([row]),
    sendBack: (row) => sendBack([row]),
    verify,
    history: tell,
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('button, a, input')) return;
    const control = event.ctrlKey || event.metaKey;
    const { key } = event;
    if (key === 'ArrowDown') stand(Math.min(at + 1, rows.length - 1));
    else if (key === 'ArrowUp') stand(Math.max(at - 1, 0));
    else if (key === 'Home') stand(0);
    else if (key === 'End') stand(rows.length - 1);
    else if (key === ' ' && here) acts.toggle(here);
    else if (key.toLowerCase() === 'a' && control) selectAll(rows);
    else if (key === 'Enter' && control) forward(meant);
    else if (key === 'Delete') sendBack(meant);
    else if (key === 'F2' && here?.acts.includes('verify')) verify(here);
    else if (key === 'Enter' && here) tell(here);
    else return;
    event.preventDefault();
  };
  const act = rows.every(isPassed) ? texts.pass : rows.some(isPassed) ? texts.passVerify : texts.verify;
  const plain = rows.filter(({ contradictions }) => contradictions.length === 0);
  const shown = { rows, steps, chosen, acts };

  return (
    <>
      {review.error ? <Refused error={review.error} /> : null}
      {review.told?.done ? (
        <Alert type="success" role="status" showIcon title={review.told.done} style={{ marginBottom: 8 }} />
      ) : null}
      <Outcomes failed={review.told?.failed ?? []} />
      {rows.length === 0 ? (
        <Panel>
          <Empty
            why={texts.nothingToReview}
            remedy={
              <>
                {texts.nothingToReviewRemedy}
                <Link href={`/reporting/${period.month}`}>{texts.seePeriod}</Link>
              </>
            }
          />
        </Panel>
      ) : null}
      <div className="review-bar" hidden={rows.length === 0}>
        <Button onClick={() => selectAll(selected.length === rows.length ? [] : rows)}>
          {texts.selectAll}
        </Button>
        {plain.length < rows.length ? (
          <Button onClick={() => selectAll(plain)}>
            {texts.selectClear}（{plain.length}）
          </Button>
        ) : null}
        <Button
          type="primary"
          disabled={selected.length === 0}
          loading={review.isBusy}
          onClick={() => forward(selected)}
        >
          {act}（{selected.length}）
        </Button>
        <Button disabled={selected.length === 0} onClick={() => sendBack(selected)}>
          {texts.returnRow}
        </Button>
        <span className="quiet">
          {total > rows.length ? texts.tooMany(total, rows.length) : texts.waiting(rows.length)}
        </span>
        {narrow ? null : <KeyHelp keys={texts.reviewKeys} />}
      </div>
      {rows.length === 0 ? null : narrow ? (
        <ReviewCards {...shown} />
      ) : (
        <ReviewTable
          {...shown}
          at={at}
          stand={stand}
          onKeyDown={onKeyDown}
          label={texts.reviewOf(period.name)}
        />
      )}
      {returning ? (
        <ReturnDialog
          rows={returning}
          review={review}
          close={() => sendBack(undefined)}
          done={() => {
            sendBack(undefined);
            choose(new Set());
          }}
        />
      ) : null}
      {verifying ? <VerifyDialog period={period} row={verifying} close={() => verify(undefined)} /> : null}
      {told ? <HistoryDialog month={period.month} row={told} close={() => tell(undefined)} /> : null}
    </>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]);
}
