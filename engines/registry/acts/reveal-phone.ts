import { audit, type City } from '#access';
import { ensure } from '#kernel/refusal';
import type { ProjectId } from '../domain/identity.ts';
import '../domain/project.ts';
import { listHolders } from '../store/project-history.ts';

/** A holder's number in the clear; who asked for it is put on record. Outside the scope there is none to show. */
export async function revealPhone(
  city: City,
  about: { readonly projectId: ProjectId; readonly kind: string; readonly name: string },
): Promise<string> {
  const holders = await listHolders(city.tx, about.projectId);
  const holder = holders.find((one) => one.kind === about.kind && one.name === about.name);
  ensure(holder?.phone, 'project.outside_scope', { name: about.name });
  await audit(city, {
    action: 'project.reveal-phone',
    object: 'project',
    objectId: about.projectId,
    details: { kind: about.kind, name: about.name },
    personalData: true,
  });
  return holder.phone;
}
