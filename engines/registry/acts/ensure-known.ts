import type { City } from '#access';
import { ensure } from '#kernel/refusal';
import type { Holder } from '../domain/aspect.ts';
import type { OrgId } from '../domain/identity.ts';
import '../domain/project.ts';
import { hasAll } from '../store/known-ids.ts';
import type { LinkToOther } from './ensure-not-duplicate.ts';

/** Refuses a card that names an office, a person or a project the city does not have. */
export async function ensureKnown(
  { tx }: City,
  named: {
    readonly districts?: readonly OrgId[] | undefined;
    readonly sponsorOrgId?: OrgId | null | undefined;
    readonly responsibilities?: Readonly<Record<string, readonly Holder[]>> | undefined;
    readonly link?: LinkToOther | undefined;
  },
): Promise<void> {
  const { districts = [], sponsorOrgId, responsibilities = {}, link } = named;
  const holders = Object.values(responsibilities).flat();
  const offices = [...districts, sponsorOrgId, ...holders.map((one) => one.orgId)].flatMap((id) => id ?? []);
  const people = holders.flatMap((one) => one.personId ?? []);
  ensure(await hasAll(tx, { offices, people, projects: [] }), 'project.org_unknown');
  ensure(
    await hasAll(tx, { offices: [], people: [], projects: link ? [link.otherId] : [] }),
    'project.not_found',
  );
}
