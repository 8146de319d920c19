import type { City } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import type { linkProject as route } from '../contract.ts';
import { projectFor } from './project-target.ts';
import { tellIndicators } from './tell-indicators.ts';

export async function linkProject(city: City, input: InputOf<typeof route>): Promise<void> {
  const { id, otherId, kind, reason } = input;
  await projectFor(city, 'project.link', id);
  await registry.linkProjects(city, { projectId: id, otherId, kind, reason });
  if (kind !== 'merged-into') return;
  await tellIndicators(city, id, { onDay: city.today, touched: { duties: true, groups: false } });
}
