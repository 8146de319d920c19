import { audit, type City, ensureNotSecret } from '#access';
import { instantOf } from '#engines/matters';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { ensure, refuse } from '#kernel/refusal';
import type {
  addItem as addRoute,
  orderItems as orderRoute,
  removeItem as removeRoute,
} from '../contract.ts';
import { emptySheet } from '../domain/sheet.ts';
import { orderItemRows, putItem, readItems, removeItemRow } from '../store/item.ts';
import { changeMeeting } from '../store/meeting.ts';
import { heldMeeting } from './open-meeting.ts';
import { ensureUnits } from './units-of.ts';

export async function addItem(city: City, asked: InputOf<typeof addRoute>) {
  const { meetingId } = await heldMeeting(city, asked);
  const { leadId, note = '' } = asked;
  const title = asked.title.trim();
  ensureNotSecret({ text: `${title}\n${note}` });
  await ensureUnits(city, [leadId]);
  const items = await readItems(city.tx, meetingId);
  const itemId = newId<'meeting-item'>();
  await putItem(city.tx, meetingId, {
    ...{ itemId, source: 'hand', sourceKey: `hand ${itemId}`, title, projectId: null, matterId: null },
    position: Math.max(0, ...items.map(({ position }) => position)) + 1,
    ...{ lead: leadId ?? null, by: city.actor.name, at: instantOf(city), holders: leadId ? [leadId] : [] },
    sheet: { ...emptySheet, title, reasons: note.trim() ? [note.trim()] : [] },
  });
  return moved(city, meetingId, { done: 'add-item', itemId, title });
}

export async function removeItem(city: City, asked: InputOf<typeof removeRoute>) {
  const { meetingId } = await heldMeeting(city, asked);
  const item = await standingItem(city, meetingId, asked.itemId);
  const reason = asked.reason.trim();
  ensureNotSecret({ text: reason });
  const { itemId, title } = item;
  await removeItemRow(city.tx, meetingId, itemId, { reason, by: city.actor.name, at: instantOf(city) });
  return moved(city, meetingId, { done: 'remove-item', itemId, title, reason });
}

/** Named are all that stand on the agenda, each once. */
export async function orderItems(city: City, asked: InputOf<typeof orderRoute>) {
  const { meetingId } = await heldMeeting(city, asked);
  const standing = (await readItems(city.tx, meetingId)).filter(
    ({ removedReason }) => removedReason === null,
  );
  const given = new Set(asked.itemIds);
  const same = given.size === standing.length && standing.every(({ itemId }) => given.has(itemId));
  ensure(same && given.size === asked.itemIds.length, 'meeting.order_differs');
  await orderItemRows(city.tx, meetingId, asked.itemIds);
  return moved(city, meetingId, { done: 'order', items: asked.itemIds.length });
}

export async function standingItem(city: City, meetingId: Parameters<typeof readItems>[1], itemId: string) {
  const item = (await readItems(city.tx, meetingId)).find((one) => one.itemId === itemId);
  if (!item || item.removedReason !== null) return refuse('meeting.no_such_item');
  return item;
}

async function moved(
  city: City,
  meetingId: Parameters<typeof changeMeeting>[1],
  details: Readonly<Record<string, unknown>>,
) {
  const version = await changeMeeting(city.tx, meetingId, {});
  await audit(city, { action: 'meeting.prepare', object: 'meeting', objectId: meetingId, details });
  return { version };
}
