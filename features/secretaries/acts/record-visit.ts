import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { getProject, type ProjectId } from '#engines/registry';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { correctVisit as correctRoute, recordVisit as recordRoute } from '../contract.ts';
import { addVisit, findVisit, lockVisits, type VisitSaid } from '../store/visit-rows.ts';
import { causesOf, waysOf } from './choices.ts';
import { targetOf } from './project-target.ts';

defineRefusals({
  'visit.in_future': { status: 422, text: '走访日期{day}在今天之后，请填写已经走访的日期' },
  'visit.no_such_way': { status: 422, text: '没有“{way}”这种走访方式，请在所列的方式中选择' },
  'visit.next_without_day': { status: 422, text: '填写了下一步日期，请写明下一步做什么' },
  'visit.next_before_visit': { status: 422, text: '下一步日期{day}早于走访日期，请核对' },
  'visit.no_such_cause': { status: 422, text: '写了遇到的阻碍，请在所列的类别中选择它的类别' },
  'visit.unknown': { status: 404, text: '没有找到这条走访记录，请刷新后重试' },
  'visit.stale': {
    status: 409,
    text: '这条记录已被更正（您看到的是第{seen}版，现在是第{number}版），请核对后再保存',
  },
  'visit.not_yours': { status: 403, text: '走访记录由记录人本人更正' },
});

type Said = Pick<
  InputOf<typeof recordRoute>,
  'visitedOn' | 'way' | 'met' | 'findings' | 'nextStep' | 'nextOn' | 'blocker' | 'cause'
>;

/** A visit as it was; the day may be an earlier one, never a later. */
export async function recordVisit(city: City, input: InputOf<typeof recordRoute>) {
  const { id, ...asked } = input;
  await ensureServes(city, id);
  const visitId = newId<'visit'>();
  await addVisit(city.tx, {
    ...{ projectId: id, visitId, number: 1, ...checked(city, asked) },
    ...{ withdrawn: false, reason: null, ...authorOf(city) },
  });
  await audit(city, {
    ...{ action: 'secretary.record', object: 'project', objectId: id },
    details: { visitId, visitedOn: asked.visitedOn, way: asked.way },
  });
  return { visitId, number: 1 };
}

/** A further version by whoever wrote it; what stood before can still be read. */
export async function correctVisit(city: City, input: InputOf<typeof correctRoute>) {
  const { id, visitId, expectedNumber: seen, withdrawn, ...asked } = input;
  await ensureServes(city, id);
  await lockVisits(city.tx, id);
  const before = await findVisit(city.tx, { projectId: id, visitId });
  ensure(before, 'visit.unknown');
  ensure(before.actorId === city.actor.accountId, 'visit.not_yours');
  ensure(before.number === seen, 'visit.stale', { seen, number: before.number });
  const reason = asked.reason.trim();
  ensureNotSecret({ text: reason });
  const number = seen + 1;
  await addVisit(city.tx, {
    ...{ projectId: id, visitId, number, ...checked(city, asked), withdrawn, reason },
    ...authorOf(city),
  });
  await audit(city, {
    ...{ action: 'secretary.record', object: 'project', objectId: id },
    details: { visitId, number, withdrawn, reason },
  });
  return { visitId, number };
}

async function ensureServes(city: City, id: ProjectId): Promise<void> {
  ensureMay(city, 'secretary.record', targetOf(await getProject(city, id)));
}

function authorOf({ actor, now: recordedAt }: City) {
  return { recordedAt, personId: actor.personId ?? null, actorId: actor.accountId, recordedBy: actor.name };
}

/** What was said, without blanks, each part fitting the others. */
function checked(city: City, asked: Said): VisitSaid {
  const text = (one: string | null | undefined) => one?.trim() || null;
  const { visitedOn, way } = asked;
  const said = {
    ...{ visitedOn, way, met: text(asked.met), findings: text(asked.findings) },
    ...{ nextStep: text(asked.nextStep), nextOn: asked.nextOn ?? null },
    ...{ blocker: text(asked.blocker), cause: text(asked.cause) },
  };
  const { nextStep, nextOn, blocker } = said;
  ensure(visitedOn <= city.today, 'visit.in_future', { day: visitedOn });
  ensure(
    waysOf(city).some(({ id }) => id === way),
    'visit.no_such_way',
    { way },
  );
  ensure(nextOn === null || nextStep !== null, 'visit.next_without_day');
  ensure(nextOn === null || nextOn >= visitedOn, 'visit.next_before_visit', { day: nextOn });
  const hasCause = causesOf(city).some(({ id }) => id === said.cause);
  ensure(blocker === null || hasCause, 'visit.no_such_cause');
  ensureNotSecret({ text: [said.met, said.findings, nextStep, blocker].join('\n') });
  return { ...said, cause: blocker === null ? null : said.cause };
}
