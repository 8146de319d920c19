import { audit, type City, ensureDifferentPerson, ensureMay, ensureNotSecret, may } from '#access';
import {
  answerRequest,
  askAfterLock,
  factsOf,
  fileReport,
  findRequest,
  type GivenFacts,
  getPeriod,
  lockChainRows,
  moveRows,
  type ReportFacts,
  type ReportRequest,
  reportRequests,
  reportsOf,
  sameFacts,
  statedFacts,
  subjectHolders,
  verifiedState,
  wordsOf,
} from '#engines/indicators';
import type { Id } from '#kernel/id';
import { type Month, yearOfMonth } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import '../permissions.ts';
import '../refusals.ts';
import { contradictionLines, type GatheredRow, gatherRows } from './gather-rows.ts';

const kinds = { 'ask-late': 'late', 'ask-correction': 'correction' } as const;

type Asked = {
  readonly month: Month;
  readonly id: string;
  readonly facts: GivenFacts;
  readonly reason: string;
};

/** 补报, 更正: asked for with a reason by whoever fills; nothing changes until a head approves. */
export async function ask(city: City, { month, id, facts: given, reason: why }: Asked) {
  ensureMay(city, 'report.fill', { holders: (await subjectHolders(city, [id])).get(id) ?? [] });
  const period = await getPeriod(city, month);
  ensure(period.lock, 'period.not_locked', { month });
  await lockChainRows(city, month, [id]);
  const one = await rowOf(city, month, id);
  ensure(one.duty?.owes, 'report.not_owed', { month, reason: one.duty?.reason ?? '未列入该年度清单' });
  const waiting = (await reportRequests(city, month)).some(
    ({ subjectId, answer }) => subjectId === id && answer === null,
  );
  ensure(!waiting, 'request.waiting_already');
  const reason = why.trim();
  const standing = one.verified;
  const facts = statedFacts(given, standing, { name: city.actor.name, on: city.today });
  ensure(!standing || !sameFacts(facts, standing), 'request.changes_nothing');
  ensureNotSecret({ text: [wordsOf(facts), reason].join('\n') });
  const act = standing ? 'ask-correction' : 'ask-late';
  const requestId = await askAfterLock(city, one.state, { subjectId: id, month, act, facts, reason });
  await audit(city, {
    ...{ action: 'report.fill', object: 'report-request', objectId: requestId },
    details: { month, project: one.project.number, kind: kinds[act], reason },
  });
  return requestView(city, await getRequest(city, requestId), one);
}

export async function listRequests(
  city: City,
  { month, state }: { month?: Month | undefined; state?: 'waiting' | 'approved' | 'rejected' | undefined },
) {
  ensureMay(city, 'reporting.rows');
  const requests = await reportRequests(city, month);
  const shown = [];
  for (const [of, own] of Map.groupBy(requests, (one) => one.month)) {
    const rows = await gatherRows(city, of, [...new Set(own.map(({ subjectId }) => subjectId))]);
    const byProject = new Map(rows.map((one): [string, GatheredRow] => [one.project.projectId, one]));
    for (const request of own) {
      const one = byProject.get(request.subjectId);
      if (one) shown.push(await requestView(city, request, one));
    }
  }
  return { requests: state ? shown.filter((one) => one.state === state) : shown };
}

type Answer = { readonly id: string; readonly note?: string | null | undefined };

/** Approved by a head other than who asked, who is kept with the report. What was published stays as it was. */
export async function approve(city: City, { id, note }: Answer) {
  const { request, one } = await openRequest(city, id);
  const { subjectId, month, act, facts, reason, askedAt } = request;
  const { verified } = one;
  ensure(!verified || verified.recordedAt <= askedAt, 'request.overtaken');
  const opinion = note?.trim() || null;
  ensureNotSecret({ text: opinion ?? '' });
  const afterLock = { kind: kinds[act], reason, approver: city.actor.name };
  const report = { ...facts, subjectId, month, receivedOn: city.today };
  const reports = await reportsOf(city, subjectId, yearOfMonth(month));
  const expectedNumber = reports.findLast((r) => r.month === month && r.standing === 'reported')?.number ?? 0;
  const filed = await fileReport(city, report, { expectedNumber, counts: 'verified', afterLock });
  const reportNumber = filed.reports.find((r) => r.standing === 'reported')?.number ?? expectedNumber;
  await moveRows(city, month, [{ subjectId, act: 'verify', reportNumber, reason }]);
  await answerRequest(city, request, {
    act: 'approve',
    reason: opinion,
    toState: verifiedState,
    reportNumber,
  });
  await audit(city, {
    ...{ action: 'reporting.approve', object: 'report-request', objectId: id },
    details: { month, project: one.project.number, kind: kinds[act], reason, reportNumber },
  });
  return requestView(city, await getRequest(city, id), await rowOf(city, month, subjectId));
}

export async function reject(city: City, { id, reason: why }: { id: string; reason: string }) {
  const { request, one } = await openRequest(city, id);
  const reason = why.trim();
  ensureNotSecret({ text: reason });
  await answerRequest(city, request, { act: 'reject', reason, toState: one.state, reportNumber: null });
  await audit(city, {
    ...{ action: 'reporting.approve', object: 'report-request', objectId: id },
    details: { month: request.month, project: one.project.number, rejected: reason },
  });
  return requestView(city, await getRequest(city, id), one);
}

async function openRequest(city: City, id: string) {
  ensureMay(city, 'reporting.approve', {});
  const seen = await getRequest(city, id);
  await lockChainRows(city, seen.month, [seen.subjectId]);
  const request = await getRequest(city, id);
  ensure(request.answer === null, 'request.decided_already');
  ensureDifferentPerson(city.actor.accountId, request.accountId);
  ensureDifferentPerson(city.actor.personId, request.personId);
  return { request, one: await rowOf(city, request.month, request.subjectId) };
}

async function getRequest(city: City, id: string): Promise<ReportRequest> {
  return (await findRequest(city, id)) ?? refuse('request.not_found');
}

async function rowOf(city: City, month: Month, id: string): Promise<GatheredRow> {
  const [one] = await gatherRows(city, month, [id]);
  return one ?? refuse('project.not_found');
}

const states = { approve: 'approved', reject: 'rejected' } as const;

async function requestView(city: City, request: ReportRequest, one: GatheredRow) {
  const { requestId, month, act, reason, facts, answer } = request;
  const { project } = one;
  const before = await standingBefore(city, request);
  const isOwn = request.accountId === city.actor.accountId;
  return {
    ...{
      requestId: requestId as Id<'report-request'>,
      month,
      kind: kinds[act],
      reason,
      facts: factsOf({}, facts),
    },
    ...{ projectId: project.projectId, number: project.number, name: project.name },
    ...{ district: project.districts[0]?.name ?? null, before: before && factsOf({}, before) },
    contradictions: contradictionLines(city, month, one, facts),
    ...{ askedBy: request.askedBy, askedAt: request.askedAt },
    ...{ state: answer ? states[answer] : ('waiting' as const), decidedBy: request.answeredBy },
    ...{ decidedAt: request.answeredAt, decision: request.answerReason },
    mayDecide: answer === null && !isOwn && may(city.actor, 'reporting.approve', {}),
  };
}

/** What was verified when it was asked for. */
async function standingBefore(
  city: City,
  { subjectId, month, askedAt }: ReportRequest,
): Promise<ReportFacts | null> {
  const reports = await reportsOf(city, subjectId, yearOfMonth(month));
  const before = reports.findLast(
    (one) => one.month === month && one.standing === 'verified' && one.recordedAt <= askedAt,
  );
  return before && !before.withdrawn ? before : null;
}
