import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import type { cancelWindow as cancelRoute, openWindow as openRoute } from '../contract.ts';
import { ensureStanding } from '../domain/window-state.ts';
import { addWindow, endWindow, lockWindows, readWindows, type WindowId } from '../store/plan-window.ts';
import { getWindow, periodFrom } from './read-window.ts';

/** One at a time for a year: what is proposed twice could be approved twice. */
export async function openWindow(city: City, input: InputOf<typeof openRoute>) {
  ensureMay(city, 'plan-window.open', {});
  const { year, opensOn, closesOn } = input;
  ensure(opensOn <= closesOn, 'plan_window.days_reversed', { opensOn, closesOn });
  const document = paperOf(input);
  ensureNotSecret({ text: `${document.number}\n${document.title}` });
  await lockWindows(city.tx);
  const standing = (await readWindows(city.tx, { year })).find(({ end }) => end === null);
  ensure(!standing, 'plan_window.standing', {
    ...{ year, opensOn: standing?.opensOn ?? '', closesOn: standing?.closesOn ?? '' },
  });
  await periodFrom(city, year);
  const windowId: WindowId = newId<'plan-window'>();
  await addWindow(city.tx, { windowId, year, opensOn, closesOn, document, openedBy: city.actor.name });
  await audit(city, {
    action: 'plan-window.open',
    object: 'plan-window',
    objectId: windowId,
    details: { year, opensOn, closesOn, document },
  });
  return { windowId };
}

export async function cancelWindow(city: City, { id, reason }: InputOf<typeof cancelRoute>): Promise<void> {
  ensureMay(city, 'plan-window.cancel', {});
  const why = reason.trim();
  ensureNotSecret({ text: why });
  await lockWindows(city.tx);
  ensureStanding(await getWindow(city, id));
  await endWindow(city.tx, id, {
    ...{ outcome: 'cancelled', document: null, approver: null, reason: why },
    ...{ effectiveFrom: null, plans: 0, by: city.actor.name },
  });
  await audit(city, {
    action: 'plan-window.cancel',
    object: 'plan-window',
    objectId: id,
    details: { reason: why },
  });
}

export function paperOf(input: {
  readonly documentNumber: string;
  readonly documentTitle: string;
  readonly documentDay: `${number}-${number}-${number}`;
}) {
  const { documentNumber, documentTitle, documentDay } = input;
  return { number: documentNumber.trim(), title: documentTitle.trim(), day: documentDay };
}
