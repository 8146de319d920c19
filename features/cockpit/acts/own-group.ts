import type { City } from '#access';
import { districtKinds, type Organisation } from '#engines/registry';

/** Whose sums the reader sees. */
export type OwnGroup = {
  readonly kind: 'city' | 'district' | 'department' | 'none';
  readonly id: string;
  readonly name: string;
};

/** The whole city for who sees it; otherwise the district or department the reader works for. */
export function ownGroup(
  { actor, tx }: City,
  organisations: readonly Organisation[],
  cityName: string,
): OwnGroup {
  if (tx.scope.reach !== 'holders') return { kind: 'city', id: 'city', name: cityName };
  const own = organisations.filter(({ orgId }) => actor.orgIds.includes(orgId));
  const district = own.find(({ kind }) => districtKinds.some((one) => one === kind));
  if (district) return { kind: 'district', id: district.orgId, name: district.name };
  const department = own.find(({ kind }) => kind === 'department');
  if (department) return { kind: 'department', id: department.orgId, name: department.name };
  return { kind: 'none', id: '', name: '' };
}
