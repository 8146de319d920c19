import type { City } from '#access';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { RequestAct } from '../domain/chain.ts';
import type { Report, ReportFacts } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readReportsAfterLock } from '../store/after-lock-rows.ts';
import { storedFacts } from '../store/chain-draft.ts';
import type { ReportRequest } from '../store/chain-request.ts';
import { addSteps } from '../store/chain-step.ts';

/** The step named in the log for what happens after the lock. */
export const afterLockStep = 'after-lock';

export type NewRequest = {
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly act: RequestAct;
  readonly facts: ReportFacts;
  readonly reason: string;
};

export async function askAfterLock(city: City, state: string, request: NewRequest): Promise<string> {
  const { actor, tx } = city;
  const { facts, ...rest } = request;
  const entryId = newId<'report-request'>();
  await addSteps(tx, [
    {
      ...rest,
      ...{ entryId, facts: storedFacts(facts), step: afterLockStep, toState: state, reportNumber: null },
      ...{ accountId: actor.accountId, personId: actor.personId ?? null, name: actor.name, onBehalfOf: null },
    },
  ]);
  return entryId;
}

/** The answer to a request, once; what was approved is filed by the caller in the same transaction. */
export async function answerRequest(
  { actor, tx }: City,
  { requestId, subjectId, month }: ReportRequest,
  answer: { act: 'approve' | 'reject'; reason: string | null; toState: string; reportNumber: number | null },
): Promise<void> {
  await addSteps(tx, [
    {
      ...{
        entryId: newId<'report-step'>(),
        subjectId,
        month,
        step: afterLockStep,
        about: requestId,
        ...answer,
      },
      ...{ accountId: actor.accountId, personId: actor.personId ?? null, name: actor.name, onBehalfOf: null },
    },
  ]);
}

/** Every verified report of a month, of the subjects that got one after its lock; oldest first. */
export async function reportsAfterLock({ tx }: City, month: Month): Promise<Report[]> {
  return readReportsAfterLock(tx, month);
}
