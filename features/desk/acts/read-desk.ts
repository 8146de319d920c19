import { type City, holdsRole } from '#access';
import { dutiesIn, monthEvaluatedOn, ruleSetOn } from '#engines/indicators';
import { addDays } from '#kernel/plain-date';
import { auditState, countAccounts } from '../store/desk-account.ts';
import { litMonth } from '../store/desk-light.ts';
import { deskScope } from './desk-scope.ts';
import { findChanges, startOfYesterday } from './find-changes.ts';
import { findReds } from './find-reds.ts';
import { findWaiting, reportsOfMonth } from './find-waiting.ts';
import { reportingNow, weekOf } from './reporting-now.ts';

/** Everybody's day in one request. Who has no part in projects sees no word of them. */
export async function readDesk(city: City) {
  const scope = await deskScope(city);
  const { today, now, actor, tx } = city;
  const week = weekOf(today);
  const own = {
    ...{ today, audience: scope.audience },
    accounts: holdsRole(actor, 'system-admin', 'security-admin')
      ? await countAccounts(tx, { now, today, endingBy: addDays(today, 30) })
      : null,
    audit: holdsRole(actor, 'audit-admin') ? await auditState(tx, startOfYesterday(now)) : null,
  };
  if (scope.audience !== 'office') {
    return {
      ...{ ...own, waiting: [], week: { ...week, reporting: null } },
      reds: { month: null, asOf: today, total: 0, rows: [] },
      changes: { since: addDays(today, -1), total: 0, rows: [] },
    };
  }
  const { rules } = await ruleSetOn(city, today);
  const due = await reportingNow(city, rules.evaluationDay);
  const lit = await litMonth(tx, monthEvaluatedOn(today, rules.evaluationDay), today);
  const owing = (await dutiesIn(city, due.month)).filter(
    ({ owes, subjectId }) => owes && scope.mine(subjectId),
  );
  const reports = await reportsOfMonth(city, due.month);
  const came = new Set(reports.reported.flatMap((one) => (one.cumFen === null ? [] : one.subjectId)));
  return {
    ...own,
    waiting: await findWaiting(city, scope, { due, owing, reports }),
    reds: await findReds(city, lit),
    week: {
      ...week,
      reporting: {
        ...{ month: due.month, dueOn: due.dueOn, workingDaysLeft: due.workingDaysLeft },
        ...{
          provisional: due.provisional,
          assigned: due.period !== undefined,
          thisWeek: due.dueOn >= week.from && due.dueOn <= week.to,
          owed: owing.length,
        },
        missing: owing.filter(({ subjectId }) => !came.has(subjectId)).length,
      },
    },
    changes: await findChanges(city, scope, { lit, reporting: due.month }),
  };
}
