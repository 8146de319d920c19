import type { City } from '#access';
import { ensureVersion, pageWindow } from '#http';
import { ensure } from '#kernel/refusal';
import {
  keepChoice,
  listInbox,
  markAllRead,
  ownChoice,
  personalChannels,
  tellingKindName,
  tellingKinds,
} from '#telling';

export async function listMessages(
  city: City,
  input: { readonly page?: number; readonly pageSize?: number; readonly unread?: boolean },
) {
  const { page, pageSize, limit, offset } = pageWindow(input);
  const window = { limit, offset, unread: input.unread ?? false };
  const { rows, total, unread } = await listInbox(city.tx, city.actor.accountId, window);
  const lines = rows.map(({ inboxId, kind, urgency, title, text, path, toldAt, readAt }) => ({
    ...{ inboxId, kindName: tellingKindName(kind), urgency, title, text, path, toldAt, readAt },
  }));
  return { rows: lines, total, unread, page, pageSize };
}

export async function readAll(city: City, seen: number): Promise<number> {
  const marked = await markAllRead(city.tx, city.actor.accountId, city.now);
  ensure(marked <= seen, 'telling.newer_message', { more: marked - seen });
  return marked;
}

export async function viewSettings(city: City) {
  const [settings, channels] = [await ownChoice(city), await personalChannels(city)];
  return { settings: choiceView(settings), channels, kinds: [...tellingKinds()] };
}

function choiceView(choice: Awaited<ReturnType<typeof ownChoice>>) {
  const { channels, muted, digest, digestHour, quietFrom, quietTo, email, version } = choice;
  return {
    channels: channels as never,
    muted: [...muted],
    digest,
    digestHour,
    quietFrom,
    quietTo,
    email,
    version,
  };
}

type Given = Omit<Parameters<typeof keepChoice>[1], 'version'> & { readonly expectedVersion: number };

/** Two windows of one person: the later save is told that the first one was before it. */
export async function saveSettings(city: City, { expectedVersion, ...given }: Given): Promise<void> {
  const current = await ownChoice(city);
  ensureVersion(current.version, expectedVersion, { current: choiceView(current) });
  const kept = await keepChoice(city, { ...given, version: expectedVersion });
  if (kept) return;
  const newer = await ownChoice(city);
  ensureVersion(newer.version, expectedVersion, { current: choiceView(newer) });
}
