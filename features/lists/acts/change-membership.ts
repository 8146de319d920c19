import { type City, ensureDifferentPerson, ensureMay } from '#access';
import { placeInGroups } from '#engines/indicators';
import { addToList, getProject, type MembershipChange, removeFromList } from '#engines/registry';
import type { InputOf } from '#http';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { putOnList as putRoute, takeOffList as takeRoute } from '../contract.ts';
import { listDay } from './year-lists.ts';

defineRefusals({
  'list.day_outside_year': { status: 422, text: '日期{onDay}不在{year}年之内，请按清单所属年度填写' },
});

/** Enters the project by the rule, or as an exception that somebody else approved. */
export async function putOnList(city: City, input: InputOf<typeof putRoute>): Promise<void> {
  ensureMay(city, 'list.add', {});
  const { projectId, list, year, reason, approver } = input;
  const fromOn = dayInYear(city, year, input.fromOn);
  ensureDifferentPerson(city.actor.name, approver?.trim());
  const change = await addToList(city, {
    ...{ projectId, list, year, fromOn },
    ...(reason?.trim() ? { reason } : {}),
    ...(approver?.trim() ? { approver } : {}),
  });
  await tellIndicators(city, change);
}

export async function takeOffList(city: City, input: InputOf<typeof takeRoute>): Promise<void> {
  ensureMay(city, 'list.remove', {});
  const { projectId, list, year, approver } = input;
  ensureDifferentPerson(city.actor.name, approver.trim());
  const onDay = dayInYear(city, year, input.onDay);
  const reason = `${input.reason.trim()}（批准人：${approver.trim()}）`;
  await tellIndicators(city, await removeFromList(city, { projectId, list, year, onDay, reason }));
}

function dayInYear(city: City, year: number, asked: PlainDate | undefined): PlainDate {
  const onDay = listDay(city, year, asked);
  ensure(yearOf(onDay) === year, 'list.day_outside_year', { onDay, year });
  return onDay;
}

/** Sums by list follow in the same transaction. */
async function tellIndicators(city: City, { projectId, year, onDay }: MembershipChange): Promise<void> {
  const { memberships } = await getProject(city, projectId);
  const lists = memberships.filter((one) => one.year === year && one.toOn === null);
  const groupIds = [...new Set(lists.map((one) => one.listId))];
  await placeInGroups(city, 'list', [{ subjectId: projectId, groupIds, fromOn: onDay }]);
}
