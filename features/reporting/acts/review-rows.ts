import { bearsSecrecyMark, type City, ensureDifferentPerson } from '#access';
import {
  applyReportImport,
  differsInFigures,
  factsOf,
  firstStep,
  type GivenFacts,
  moveRows,
  type Report,
  type ReportFacts,
  relight,
  reportingRulesOf,
  stepName,
  stepOf,
  verifiedState,
  wordsOf,
} from '#engines/indicators';
import type { Month } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import '../permissions.ts';
import '../refusals.ts';
import { type AskedRow, actOnRows } from './act-on-rows.ts';
import { leaveTrace } from './fill-rows.ts';
import type { GatheredRow } from './gather-rows.ts';
import { actsAtStep } from './may-act.ts';

type Many<R extends AskedRow> = { readonly month: Month; readonly rows: readonly R[] };

/** 审核通过: on to the next step at which somebody may act. */
export async function passRows(city: City, input: Many<AskedRow>) {
  const { month } = input;
  return actOnRows(city, input, {
    action: 'report.review',
    isDone: ({ told }) => told.reviews.at(-1)?.accountId === city.actor.accountId,
    judge: (one) => {
      ensureReviewable(city, one);
      const step = stepOf(reportingRulesOf(city).steps, one.state);
      ensure(step?.by !== 'coordinator', 'row.verified_not_passed');
      return { move: one.reported };
    },
    write: async (moves) => {
      await moveRows(
        city,
        month,
        moves.map(({ one }) => moveOf(one, 'pass', null)),
      );
      await leaveTrace(city, 'report.review', month, moves);
    },
  });
}

/** 退回: to whoever filled it; what was reported stands until it is corrected. */
export async function returnRows(city: City, input: Many<AskedRow & { readonly reason: string }>) {
  const { month } = input;
  return actOnRows(city, input, {
    action: 'report.review',
    isDone: ({ told, row }, { reason }) =>
      row?.returned === true &&
      told.returned?.accountId === city.actor.accountId &&
      told.returned.reason === reason.trim(),
    judge: (one, asked) => {
      ensureReviewable(city, one, 'any-step');
      const reason = asked.reason.trim();
      ensure(!bearsSecrecyMark({ text: reason }), 'secrecy.marked');
      return { move: reason };
    },
    write: async (moves) => {
      await moveRows(
        city,
        month,
        moves.map(({ one, move }) => moveOf(one, 'return', move)),
      );
      await leaveTrace(city, 'report.return', month, moves, { reasons: moves.map(({ move }) => move) });
    },
  });
}

type Verified = AskedRow & {
  readonly facts?: GivenFacts | undefined;
  readonly reason?: string | null | undefined;
};
type Verification = { readonly facts: ReportFacts; readonly reason: string | null };

/** 核定: the verified figures are set beside the reported ones; from now on they count. */
export async function verifyRows(city: City, input: Many<Verified>) {
  const { month } = input;
  return actOnRows(city, input, {
    action: 'report.verify',
    isDone: ({ state, verified }, { facts }) =>
      state === verifiedState &&
      verified !== undefined &&
      !(facts && differsInFigures(factsOf(facts, verified), verified)),
    judge: (one, asked): { move: Verification } => {
      const reported = ensureReviewable(city, one, 'any-step');
      const facts = factsOf(asked.facts ?? {}, reported);
      const reason = asked.reason?.trim() || null;
      ensure(reason || !differsInFigures(facts, reported), 'report.difference_unexplained');
      ensure(!bearsSecrecyMark({ text: [wordsOf(facts), reason ?? ''].join('\n') }), 'secrecy.marked');
      return { move: { facts, reason } };
    },
    write: async (moves) => {
      const reasonOf = ({ one, move }: (typeof moves)[number]) => move.reason ?? againOf(one);
      for (const [correctionReason, group] of Map.groupBy(moves, reasonOf)) {
        await applyReportImport(city, {
          ...{ importId: null, correctionReason },
          reports: group.map(({ one, move }) => ({
            ...{ ...move.facts, subjectId: one.project.projectId, month, receivedOn: city.today },
            standing: 'verified',
          })),
        });
      }
      await moveRows(
        city,
        month,
        moves.map(({ one, move }) => moveOf(one, 'verify', move.reason)),
      );
      await relight(city, { month, subjectIds: moves.map(({ one }) => one.project.projectId) });
      await leaveTrace(city, 'report.verify', month, moves);
    },
  });
}

/** A report that was corrected after it was verified is verified anew for that very reason. */
function againOf({ verified, reported }: GatheredRow): string | null {
  return verified ? `按第 ${reported?.number ?? 1} 次填报重新核定` : null;
}

/** Reported, past filling, at the reader's own step or within the city's reach, and not filled by the reader. */
function ensureReviewable(city: City, one: GatheredRow, at: 'own-step' | 'any-step' = 'own-step'): Report {
  const { reported, state, row, holders } = one;
  const { steps } = reportingRulesOf(city);
  ensure(reported && row?.reportNumber && state !== firstStep(steps), 'row.nothing_reported');
  const by = stepOf(steps, state)?.by;
  const isOwn = by !== undefined && by !== 'filler' && actsAtStep(city, by, holders);
  const isCity = at === 'any-step' && actsAtStep(city, 'coordinator', holders);
  ensure(isOwn || isCity, 'row.not_at_step', { step: stepName(steps, state) });
  ensureDifferentPerson(city.actor.accountId, row.filledBy);
  ensureDifferentPerson(city.actor.personId, row.filledByPerson);
  return reported;
}

function moveOf({ project, row }: GatheredRow, act: 'pass' | 'return' | 'verify', reason: string | null) {
  return { subjectId: project.projectId, act, reportNumber: row?.reportNumber ?? null, reason };
}
