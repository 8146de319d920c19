import { browserAt } from '#http/testing';
import { composeBulletin } from '../../features/bulletins/contract.ts';
import { signIn } from '../../features/identity/contract.ts';

/** A bulletin to look at: the demonstration has none until somebody drafts it. */
export async function drafted(address: string, password: string): Promise<void> {
  const clerk = browserAt(address);
  await clerk.call(signIn, { login: 'keyuan', password });
  await clerk.call(composeBulletin, {});
}
