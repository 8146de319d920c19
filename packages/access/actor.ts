import { type Role, roles } from './role.ts';

/** A role as held today, with every holder it reaches: its organisation and all below it, or the person. */
export type HeldRole = { readonly role: Role; readonly orgId?: string; readonly holders?: readonly string[] };

/** Who acts. Computed once per request from the grants in force that day. */
export type Actor = {
  readonly accountId: string;
  readonly personId?: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
  /** The organisations named in the grants, without what lies below them. */
  readonly orgIds: readonly string[];
  readonly reach: 'city' | 'holders';
  readonly holders: readonly string[];
  /** Sentences the city switched off for its roles, each as `switchedOff` names it; absent where none. */
  readonly off?: ReadonlySet<string>;
  /** Program and operator act without roles; no account can have this. */
  readonly trusted?: 'operator' | 'system';
};

const noRoles = { roles: [], orgIds: [], holders: [] } as const;

/** Whoever works on the command line: allowed by access to the data folder, and audited under this name. */
export const localOperator: Actor = {
  accountId: '00000000-0000-7000-8000-000000000001',
  name: '本机操作员',
  reach: 'city',
  trusted: 'operator',
  ...noRoles,
};

/** Jobs, and what the program does on its own. */
export const systemActor: Actor = {
  accountId: '00000000-0000-7000-8000-000000000002',
  name: '系统',
  reach: 'city',
  trusted: 'system',
  ...noRoles,
};

/** A request before sign-in: no role, no holder, nothing to see. */
export const anonymousActor: Actor = {
  accountId: '00000000-0000-7000-8000-000000000003',
  name: '未登录',
  reach: 'holders',
  ...noRoles,
};

export type ActorFacts = {
  readonly accountId: string;
  readonly name: string;
  readonly personId?: string | undefined;
  /** The grants in force; `below` are the organisation and all its descendants. */
  readonly grants: readonly {
    role: Role;
    orgId?: string | undefined;
    below?: readonly string[] | undefined;
  }[];
};

/**
 * Reach follows from the roles: one role with the scope of the city suffices to see the whole city; administrators
 * and guests reach no project at all.
 */
export function actorFrom(facts: ActorFacts): Actor {
  const held = facts.grants.map((grant) => heldRole(grant, facts.personId));
  return {
    accountId: facts.accountId,
    ...(facts.personId ? { personId: facts.personId } : {}),
    name: facts.name,
    roles: held,
    orgIds: unique(held.flatMap((one) => (one.orgId ? [one.orgId] : []))),
    reach: held.some((one) => roles[one.role].scope === 'city') ? 'city' : 'holders',
    holders: unique(held.flatMap((one) => one.holders ?? [])),
  };
}

function heldRole(grant: ActorFacts['grants'][number], personId: string | undefined): HeldRole {
  const { role, orgId } = grant;
  const scope = roles[role].scope;
  const organisations = orgId && scope !== 'none' ? (grant.below ?? [orgId]) : [];
  const person = scope === 'person' && personId ? [personId] : [];
  return { role, ...(orgId ? { orgId } : {}), holders: scope === 'person' ? person : organisations };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

export function holdsRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.roles.some((held) => wanted.includes(held.role));
}
