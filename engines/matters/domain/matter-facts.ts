import type { Facts } from '#kernel/condition';
import type { MatterDefinition } from './definition.ts';
import type { Given } from './event.ts';

/** What routes and clocks are asked by: what was given, and what the opener knows of the project beside it. */
export function matterFacts(
  definition: MatterDefinition,
  about: { readonly given: Given; readonly project?: Facts | undefined },
): Facts {
  const unticked = Object.entries(definition.fields)
    .filter(([, { kind }]) => kind === 'yes-no')
    .map(([field]) => [field, false]);
  return {
    ...about.project,
    ...Object.fromEntries(unticked),
    ...about.given,
    kind: definition.id,
  };
}
