import type { City } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import type { projectPhone as route } from '../contract.ts';
import { projectFor } from './project-target.ts';

export async function revealPhone(city: City, { id, kind, name }: InputOf<typeof route>): Promise<string> {
  await projectFor(city, 'project.reveal-phone', id);
  return await registry.revealPhone(city, { projectId: id, kind, name });
}
