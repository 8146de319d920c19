import { type City, type Role, roleName } from '#access';
import {
  districtKinds,
  listOrganisations,
  type OrganisationsSection,
  organisationsSection,
  projectIndex,
} from '#engines/registry';
import { sectionOf } from '#pack';
import { addUser } from '../../features/identity/acts/add-user.ts';

/** Printed at every start of the demonstration; real accounts are made by `guatu user add`. */
export const demonstrationPassword = 'Kanban-2026';

type Seat = {
  readonly login: string;
  readonly role: Role;
  readonly org?: string;
  readonly personId?: string;
};

/** Those of the demonstration who hold single projects. */
export type DemonstrationHolders = {
  readonly secretary: string | undefined;
  readonly unit: string | undefined;
};

const citySeats: readonly Seat[] = [
  { login: 'keyuan', role: 'coordinator-clerk' },
  { login: 'chuzhang', role: 'coordinator-section-head' },
  { login: 'zhuren', role: 'coordinator-head' },
  { login: 'zhengfuban', role: 'government-office' },
  { login: 'dukaoban', role: 'supervision-office' },
  { login: 'lingdao', role: 'leader' },
  { login: 'xitong', role: 'system-admin' },
  { login: 'anquan', role: 'security-admin' },
  { login: 'shenji', role: 'audit-admin' },
  { login: 'fangke', role: 'guest' },
];

/** One account per role; the district's and department's are those with the most projects. */
export async function addDemonstrationAccounts(city: City, holders: DemonstrationHolders): Promise<void> {
  for (const { login, role, org, personId } of await seatsOf(city, holders)) {
    await addUser(city, {
      login,
      displayName: `${roleName(role)}（演示）`,
      password: demonstrationPassword,
      mustChange: false,
      personId,
      grants: [{ role, ...(org ? { orgId: org } : {}) }],
    });
  }
}

async function seatsOf(city: City, { secretary, unit }: DemonstrationHolders): Promise<Seat[]> {
  const organisations = await listOrganisations(city, { asOf: city.today });
  const projects = await projectIndex(city);
  const districts = organisations.filter(({ kind }) => (districtKinds as readonly string[]).includes(kind));
  const district = busiest(
    districts.map(({ orgId }) => orgId),
    projects.flatMap(({ districts: [first] }) => first?.orgId ?? []),
  );
  const department = busiest(
    organisations.map(({ orgId }) => orgId),
    projects.flatMap(({ departments }) => departments),
  );
  const coordinator = idOfGroup(sectionOf(city.pack, organisationsSection), organisations);
  const withOrg = (seats: readonly Seat[], org: string | undefined) =>
    org ? seats.map((seat) => ({ ...seat, org })) : [];
  return [
    ...withOrg(citySeats.slice(0, 3), coordinator),
    ...citySeats.slice(3),
    ...withOrg(
      [
        { login: 'qutianbao', role: 'district-filler' },
        { login: 'qushenhe', role: 'district-reviewer' },
      ],
      district,
    ),
    ...withOrg([{ login: 'bumen', role: 'department' }], department),
    ...withOrg([{ login: 'xiangmu', role: 'filler' }], unit),
    ...(secretary ? [{ login: 'mishu', role: 'secretary' as const, personId: secretary }] : []),
  ];
}

function busiest(candidates: readonly string[], used: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of used) counts.set(id, (counts.get(id) ?? 0) + 1);
  return candidates.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
}

function idOfGroup(
  section: OrganisationsSection,
  organisations: readonly { slug: string; orgId: string }[],
): string | undefined {
  const slug = section.groups.find(({ id }) => id === 'coordinator')?.members[0];
  return organisations.find((one) => one.slug === slug)?.orgId;
}
