import { audit, type City, ensureMay, isRole, roleName } from '#access';
import { pageWindow } from '#http';
import { ensure } from '#kernel/refusal';
import * as telling from '#telling';

export async function listFailures(
  city: City,
  input: { readonly page?: number; readonly pageSize?: number },
) {
  ensureMay(city, 'message-channel.view', {});
  const { page, pageSize, limit, offset } = pageWindow(input);
  const { rows, total } = await telling.listFailures(city.tx, { limit, offset });
  const lines = rows.map(({ kind, ...row }) => ({ ...row, kindName: telling.tellingKindName(kind) }));
  return { rows: lines, total, page, pageSize };
}

export async function sendAgain(city: City, id: string): Promise<void> {
  ensureMay(city, 'message-channel.resend', {});
  ensure(await telling.startAgain(city.tx, id, city.now), 'telling.no_failed_message');
  await audit(city, { action: 'message-channel.resend', object: 'message', objectId: id });
}

export async function listUnreached(city: City) {
  ensureMay(city, 'message-channel.view', {});
  return (await telling.listUnreached(city.tx)).map(({ addressee, name, kinds, ...row }) => ({
    ...row,
    addressee: inWords(addressee, name),
    kindNames: kinds.map(telling.tellingKindName),
  }));
}

export async function settleUnreached(city: City, id: string): Promise<void> {
  ensureMay(city, 'message-channel.resend', {});
  const by = { accountId: city.actor.accountId, at: city.now };
  ensure(await telling.settleUnreached(city.tx, id, by), 'telling.no_unreached');
  await audit(city, { action: 'message-channel.resend', object: 'unreached', objectId: id });
}

/** The addressee as it was meant: an office with its roles, a role, an account, a person. */
function inWords(addressee: string, name: string | null): string {
  const [kind, id = '', ...wanted] = addressee.split(' ');
  const nameOf = (role: string) => (isRole(role) ? roleName(role) : role);
  if (kind === 'role') return `角色：${nameOf(id)}`;
  if (kind === 'account') return `账号：${name ?? id}`;
  if (kind === 'person') return `人员：${name ?? `${id}（没有对应的账号）`}`;
  const which = wanted.length > 0 ? `（${wanted.map(nameOf).join('、')}）` : '';
  return `单位：${name ?? id}${which}`;
}
