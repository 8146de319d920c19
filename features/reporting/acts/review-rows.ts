import { bearsSecrecyMark, type City } from '#access';
import {
  applyReportImport,
  differsInFigures,
  ensureReviewable,
  factsOf,
  type GivenFacts,
  moveRows,
  type Report,
  type ReportFacts,
  relight,
  reportingRulesOf,
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

type Many<R extends AskedRow> = { readonly month: Month; readonly rows: readonly R[] };

/** 审核通过: on to the next step at which somebody may act. */
export async function passRows(city: City, input: Many<AskedRow>) {
  const { month } = input;
  return actOnRows(city, input, {
    action: 'report.review',
    isDone: ({ told }) => told.reviews.at(-1)?.accountId === city.actor.accountId,
    judge: (one) => {
      reviewable(city, one, 'own-step');
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
      reviewable(city, one, 'any-step');
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
      const reported = reviewable(city, one, 'any-step');
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

/** The report that stands, if the caller may review it. */
function reviewable(
  city: City,
  { reported, row, holders }: GatheredRow,
  at: 'own-step' | 'any-step',
): Report {
  ensureReviewable(city, row, holders, at);
  ensure(reported, 'row.nothing_reported');
  return reported;
}

function moveOf({ project, row }: GatheredRow, act: 'pass' | 'return' | 'verify', reason: string | null) {
  return { subjectId: project.projectId, act, reportNumber: row?.reportNumber ?? null, reason };
}
