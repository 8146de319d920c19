import { audit, type City, ensureMay, ensureNotSecret, may, type Target } from '#access';
import { getProject, type ProjectId, type ProjectView } from '#engines/registry';
import type { InputOf } from '#http';
import { defineRefusals, ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { saveMilestones as saveRoute } from '../contract.ts';
import { daysLate, isOverdue, type MilestoneRule, milestoneLight } from '../domain/milestone.ts';
import { milestonesSection } from '../milestones-section.ts';
import { addMilestone, lockMilestones, type MilestoneRow, readMilestones } from '../store/milestone-rows.ts';
import { texts } from '../texts.ts';

defineRefusals({
  'milestone.unknown': { status: 422, text: '没有“{milestone}”这项手续' },
  'milestone.stale': {
    status: 409,
    text: '“{name}”已被他人修改（您看到的是第{seen}版，现在是第{number}版），请核对后再保存',
  },
  'milestone.done_in_future': { status: 422, text: '“{name}”的办结日期{doneOn}在今天之后' },
  'milestone.reason_missing': { status: 422, text: '改动已定的计划月份或办结日期须写明原因：{names}' },
  'milestone.not_needed_but_done': { status: 422, text: '“{name}”既标为不需要，又填了办结日期' },
});

function targetOf(view: ProjectView): Target {
  const answering = view.holders.flatMap((holder) => [holder.orgId, holder.personId]);
  return { holders: [...view.districts.map((one) => one.orgId), ...answering, view.card.sponsorOrgId] };
}

export const noState = { planned: null, doneOn: null, notNeeded: false } as const;

/** How the light is made, in words; null where it is off. */
export function lightText({ light }: MilestoneRule): string | null {
  return light.on ? texts.lightRule(light.yellow, light.red, light.basis) : null;
}

export async function projectMilestones(city: City, id: ProjectId) {
  const view = await getProject(city, id);
  const target = targetOf(view);
  ensureMay(city, 'milestone.view-project', target);
  const { today } = city;
  const rule = sectionOf(city.pack, milestonesSection);
  const known = new Map((await readMilestones(city.tx, [id])).map((row) => [row.milestone, row]));
  const lines = rule.milestones.map(({ id: milestone, name, basis }) => {
    const row: MilestoneRow | undefined = known.get(milestone);
    const { planned, doneOn, notNeeded } = row ?? noState;
    return {
      ...{ id: milestone, name, basis, planned, doneOn, notNeeded },
      number: row?.number ?? 0,
      reason: row?.reason ?? null,
      by: row?.recordedBy ?? null,
      at: row?.recordedAt ?? null,
      daysLate: daysLate(row ?? noState, today),
      overdue: isOverdue(row ?? noState, today),
    };
  });
  const applies = rule.stages.includes(view.stage);
  return {
    ...{ projectId: id, number: view.number, name: view.card.name, stage: view.stageName },
    ...{ today, applies, lines },
    light: applies ? milestoneLight(rule, lines, today) : null,
    lightText: lightText(rule),
    mayEdit: may(city.actor, 'milestone.edit', target) && !view.withdrawn,
  };
}

/** A planned month once set, and a day of doing, change only with a reason. */
export async function saveMilestones(city: City, input: InputOf<typeof saveRoute>) {
  const { id, lines } = input;
  const view = await getProject(city, id);
  ensureMay(city, 'milestone.edit', targetOf(view));
  const { tx, today, actor } = city;
  const reason = input.reason?.trim() || null;
  ensureNotSecret({ text: reason ?? '' });
  const rule = sectionOf(city.pack, milestonesSection);
  await lockMilestones(tx, id);
  const known = new Map((await readMilestones(tx, [id])).map((row) => [row.milestone, row]));
  const fresh = lines.flatMap(({ id: milestone, expectedNumber: seen, ...said }) => {
    const name = rule.milestones.find((one) => one.id === milestone)?.name;
    ensure(name, 'milestone.unknown', { milestone });
    const before = known.get(milestone);
    const number = before?.number ?? 0;
    ensure(number === seen, 'milestone.stale', { name, seen, number });
    const { doneOn } = said;
    ensure(doneOn === null || doneOn <= today, 'milestone.done_in_future', { name, doneOn });
    ensure(!said.notNeeded || doneOn === null, 'milestone.not_needed_but_done', { name });
    const was = before ?? noState;
    const same = was.planned === said.planned && was.doneOn === doneOn && was.notNeeded === said.notNeeded;
    if (same) return [];
    const takesBack =
      (was.planned !== null && was.planned !== said.planned) ||
      (was.doneOn !== null && was.doneOn !== doneOn);
    return [{ ...said, milestone, name, number: number + 1, takesBack }];
  });
  const changed = fresh.filter((one) => one.takesBack).map((one) => one.name);
  ensure(changed.length === 0 || reason !== null, 'milestone.reason_missing', { names: changed.join('、') });
  for (const { milestone, number, planned, doneOn, notNeeded, takesBack } of fresh) {
    await addMilestone(tx, {
      ...{ projectId: id, milestone, number, planned, doneOn, notNeeded },
      ...{ reason: takesBack ? reason : null, actorId: actor.accountId, recordedBy: actor.name },
    });
  }
  if (fresh.length > 0) {
    await audit(city, {
      action: 'milestone.edit',
      object: 'project',
      objectId: id,
      details: {
        number: view.number,
        reason,
        lines: fresh.map(({ milestone, planned, doneOn, notNeeded }) => ({
          ...{ milestone, planned, doneOn, notNeeded },
        })),
      },
    });
  }
  return { changed: fresh.length };
}
