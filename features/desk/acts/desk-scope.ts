import { type Actor, type City, holdsRole, type Role, roles } from '#access';
import type { StepActor } from '#engines/indicators';
import { projectsHeldBy } from '../store/desk-project.ts';

const fillers = ['filler', 'district-filler'] as const;
const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;

export type DeskScope = {
  readonly audience: 'office' | 'administrator' | 'guest';
  /** Which projects' figures the reader sees. */
  readonly mine: (projectId: string) => boolean;
  /** Which ones the reader reports, or reviews at a step. */
  readonly fills: (projectId: string) => boolean;
  readonly reviews: (by: StepActor, projectId: string) => boolean;
  /** Decides late reports and corrections of locked months. */
  readonly approves: boolean;
};

const none = () => false;
const all = () => true;

/** What is whose: by the roles in force, each with the projects of its own office or person. */
export async function deskScope(city: City): Promise<DeskScope> {
  const { actor, tx } = city;
  const held = async (...wanted: readonly Role[]) => {
    const holders = actor.roles.flatMap(({ role, holders: own }) =>
      wanted.some((one) => one === role) ? (own ?? []) : [],
    );
    if (holders.length === 0) return none;
    const ids = await projectsHeldBy(tx, holders);
    return (id: string) => ids.has(id);
  };
  const coordinates = actor.trusted !== undefined || holdsRole(actor, ...coordinators);
  const reviewing: Readonly<Record<StepActor, (id: string) => boolean>> = {
    filler: none,
    district: await held('district-reviewer'),
    department: await held('department'),
    coordinator: coordinates ? all : none,
  };
  const ids = tx.scope.reach === 'holders' ? await projectsHeldBy(tx, actor.holders) : undefined;
  return {
    audience: audienceOf(actor),
    mine: ids ? (id) => ids.has(id) : all,
    fills: await held(...fillers),
    reviews: (by, id) => reviewing[by](id),
    approves: actor.trusted !== undefined || holdsRole(actor, 'coordinator-section-head', 'coordinator-head'),
  };
}

function audienceOf({ roles: given, trusted }: Actor): DeskScope['audience'] {
  if (trusted || given.some(({ role }) => roles[role].scope !== 'none')) return 'office';
  return given.some(({ role }) => roles[role].administrator) ? 'administrator' : 'guest';
}
