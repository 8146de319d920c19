import type { City } from '#access';
import {
  type ChainRow,
  chainRows,
  type Report,
  reportingRulesOf,
  reportRequests,
  type StandingDuty,
  standingReports,
} from '#engines/indicators';
import type { OutputOf } from '#http';
import type { Month } from '#kernel/month';
import type { desk } from '../contract.ts';
import { openReturns } from '../store/desk-event.ts';
import { deskProjects } from '../store/desk-project.ts';
import type { DeskScope } from './desk-scope.ts';
import { type Due, dueBy, type ReportingMonth } from './reporting-now.ts';

const shown = 10;

type Kind = OutputOf<typeof desk>['waiting'][number]['kind'];
type Line = {
  readonly subjectId: string;
  readonly month: Month;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: Date | null;
};

export type MonthReports = { readonly reported: readonly Report[] };

export async function reportsOfMonth(city: City, month: Month): Promise<MonthReports> {
  return { reported: await standingReports(city, { first: month, last: month }) };
}

/** What waits for the reader, the most pressing first: sent back, to be filed, to be verified, to be decided. */
export async function findWaiting(
  city: City,
  scope: DeskScope,
  { due, owing, reports }: { due: ReportingMonth; owing: readonly StandingDuty[]; reports: MonthReports },
) {
  const { month, period } = due;
  const back = await openReturns(city.tx);
  const returned = back.filter(({ subjectId }) => scope.fills(subjectId));
  const came = new Set(
    reports.reported.filter(({ cumFen }) => cumFen !== null).map(({ subjectId }) => subjectId),
  );
  const toFile = owing.filter(({ subjectId }) => scope.fills(subjectId) && !came.has(subjectId));
  const toVerify = await waitingForReview(city, scope, month);
  const groups: [Kind, Line[]][] = [
    [
      'returned',
      returned.map(({ subjectId, month: of, reason: note, by, at }) => ({
        subjectId,
        month: of,
        note,
        by,
        at,
      })),
    ],
    ['report', toFile.map(({ subjectId }) => ({ subjectId, month, note: null, by: null, at: null }))],
    [
      'verify',
      toVerify.map(({ subjectId, filledByName: by, filledAt: at, onBehalfOf: note }) => ({
        ...{ subjectId, month, note, by, at },
      })),
    ],
    ['request', await requestsToDecide(city, scope)],
  ];
  const dues: Partial<Record<Kind, Due>> = { verify: await reviewDue(city, due, toVerify) };
  const rows = groups.flatMap(([, lines]) => lines.slice(0, shown));
  const names = await deskProjects(
    city.tx,
    rows.map(({ subjectId }) => subjectId),
  );
  return groups
    .filter(([, lines]) => lines.length > 0)
    .map(([kind, lines]) => ({
      kind,
      ...{ month: lines[0]?.month ?? month, assigned: kind === 'request' || period !== undefined },
      ...{ dueOn: due.dueOn, workingDaysLeft: due.workingDaysLeft, provisional: due.provisional },
      ...dues[kind],
      total: lines.length,
      rows: lines.slice(0, shown).flatMap(({ subjectId, ...line }) => {
        const project = names.get(subjectId);
        return project ? [{ ...project, ...line }] : [];
      }),
    }));
}

/** Rows at a step the reader acts at, filled by somebody else. */
async function waitingForReview(city: City, scope: DeskScope, month: Month): Promise<ChainRow[]> {
  const actors = new Map(reportingRulesOf(city).steps.map(({ id, by }) => [id, by]));
  return (await chainRows(city, month)).filter(({ subjectId, state, filledBy }) => {
    const by = actors.get(state);
    return by !== undefined && filledBy !== city.actor.accountId && scope.reviews(by, subjectId);
  });
}

/** The first due day among the steps at which these rows wait. */
async function reviewDue(
  city: City,
  due: ReportingMonth,
  rows: readonly ChainRow[],
): Promise<Due | undefined> {
  const at = new Set(rows.map(({ state }) => state));
  const [first] = (due.period?.days.steps ?? [])
    .filter(({ id }) => at.has(id))
    .map(({ dueOn }) => dueOn)
    .sort();
  return first && dueBy(city, first);
}

/** 补报 and 更正 of locked months that somebody else asked for. */
async function requestsToDecide(city: City, scope: DeskScope): Promise<Line[]> {
  if (!scope.approves) return [];
  return (await reportRequests(city))
    .filter(({ answer, accountId }) => answer === null && accountId !== city.actor.accountId)
    .map(({ subjectId, month, reason: note, askedBy: by, askedAt: at }) => ({
      subjectId,
      month,
      note,
      by,
      at,
    }));
}
