import type { City } from '#access';
import type { Month } from '#kernel/month';
import { firstStep } from '../domain/chain.ts';
import type { ReportFacts } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import { putDrafts, removeDrafts } from '../store/chain-draft.ts';
import { touchChainRows } from '../store/chain-row.ts';
import { reportingRulesOf } from './reporting-rules-of.ts';

export type NewDraft = { readonly subjectId: SubjectId; readonly facts: ReportFacts | null };

/** Keeps what is being typed, or drops it where there is nothing. Called with the subjects locked. */
export async function keepDrafts(city: City, month: Month, drafts: readonly NewDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const { tx, actor, now } = city;
  const kept = drafts.flatMap(({ subjectId, facts }) => (facts ? [{ subjectId, facts }] : []));
  const dropped = drafts.filter(({ facts }) => facts === null).map(({ subjectId }) => subjectId);
  await putDrafts(tx, month, kept, { by: actor.accountId, name: actor.name, at: now });
  await removeDrafts(tx, month, dropped);
  const ids = drafts.map(({ subjectId }) => subjectId);
  await touchChainRows(tx, month, ids, firstStep(reportingRulesOf(city).steps));
}
