import { useState } from 'react';
import { useAct } from '#ui';
import {
  type PeriodHead,
  passRows,
  type ReportingRow,
  type RowResult,
  returnRows,
  verifyRows,
} from '../../contract.ts';
import { type Failed, failedOf } from '../outcomes.tsx';
import { texts } from '../texts.ts';

export type Told = { readonly done: string; readonly failed: readonly Failed[] };

/** Passing, verifying and sending back, each row answered for itself. */
export function useReview(period: PeriodHead, rows: readonly ReportingRow[]) {
  const [told, tell] = useState<Told>();
  const { month } = period;
  const hear = (words: (rows: number) => string) => (answer: { results: readonly RowResult[] }) => {
    const failed = failedOf(answer.results, rows);
    const taken = answer.results.length - failed.length;
    tell((before) => ({
      done: [before?.done, taken > 0 ? words(taken) : ''].filter(Boolean).join(' '),
      failed: [...(before?.failed ?? []), ...failed],
    }));
  };
  const passing = useAct(passRows, hear(texts.passed));
  const verifying = useAct(verifyRows, hear(texts.verifiedRows));
  const returning = useAct(returnRows, hear(texts.returnedRows));
  const key = ({ projectId, version }: ReportingRow) => ({ projectId, expectedVersion: version });
  return {
    told,
    hush: () => tell(undefined),
    isBusy: passing.isPending || verifying.isPending || returning.isPending,
    error: passing.error ?? verifying.error,
    returnError: returning.error,
    /** To the next step, or at the last one verified as reported. */
    forward(chosen: readonly ReportingRow[]) {
      tell(undefined);
      const [pass, verify] = [chosen.filter(isPassed), chosen.filter((row) => !isPassed(row))];
      if (pass.length > 0) passing.mutate({ month, rows: pass.map(key) });
      if (verify.length > 0) verifying.mutate({ month, rows: verify.map(key) });
    },
    sendBack(chosen: readonly ReportingRow[], reasonOf: (row: ReportingRow) => string, done: () => void) {
      tell(undefined);
      returning.mutate(
        { month, rows: chosen.map((row) => ({ ...key(row), reason: reasonOf(row) })) },
        { onSuccess: done },
      );
    },
  };
}

export function isPassed(row: ReportingRow): boolean {
  return row.acts.includes('pass');
}

export type Review = ReturnType<typeof useReview>;
