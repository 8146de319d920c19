import * as access from '#access';
import { ensureVersion } from '#http';
import { ensure } from '#kernel/refusal';

type Edited = { readonly id: string; readonly version: number };

export async function createAccount(
  city: access.City,
  given: { readonly login: string; readonly displayName: string; readonly personId?: string | undefined },
) {
  access.ensureMay(city, 'account.create', {});
  const { accountId, oneTimePassword } = await access.addAccount(city, given);
  ensure(oneTimePassword, 'account.not_found');
  return { accountId, oneTimePassword };
}

export async function disableAccount(city: access.City, { id, version }: Edited): Promise<void> {
  access.ensureMay(city, 'account.disable', {});
  await ensureFresh(city, id, version);
  await access.disableAccount(city, id);
}

export async function enableAccount(city: access.City, { id, version }: Edited): Promise<void> {
  access.ensureMay(city, 'account.disable', {});
  await ensureFresh(city, id, version);
  await access.enableAccount(city, id);
}

export async function resetPassword(city: access.City, accountId: string): Promise<string> {
  access.ensureMay(city, 'account.reset-password', {});
  return await access.resetPassword(city, accountId);
}

async function ensureFresh(city: access.City, accountId: string, version: number): Promise<void> {
  const current = await access.findAccount(city.tx, accountId);
  ensure(current, 'account.not_found');
  ensureVersion(current.version, version, { current });
}
