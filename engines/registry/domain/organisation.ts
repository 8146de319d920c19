import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals } from '#kernel/refusal';
import type { OrgId } from './identity.ts';

defineRefusals({
  'organisation.not_found': { status: 404, text: '没有这个单位，可能已被移走。请刷新后再试' },
  'organisation.stale': {
    status: 409,
    text: '单位“{name}”已被他人修改（您看到的是第{version}版，现在是第{current}版），请核对后再保存',
  },
  'organisation.name_taken': {
    status: 409,
    text: '“{alias}”已是“{other}”的名称或别名，一个写法只能指一个单位',
  },
  'organisation.parent_below': { status: 422, text: '上级单位不能是“{name}”自己或其下级' },
});

export type Organisation = {
  readonly orgId: OrgId;
  /** The pack's id. */
  readonly slug: string;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: OrgId | null;
  readonly officialOrder: number;
  readonly validFrom: PlainDate | null;
  /** First day on which it is no more. */
  readonly validTo: PlainDate | null;
  readonly successorId: OrgId | null;
  readonly aliases: readonly string[];
  readonly version: number;
};

export type OrganisationNode = Organisation & { readonly children: readonly OrganisationNode[] };

/** Where the pack lists districts, these kinds stand for 各区市县 and 各先导区. */
export const districtKinds = ['district', 'zone'] as const;

/** The tree in official order. Who has no parent, or whose parent is not among these, stands at the top. */
export function organisationTree(organisations: readonly Organisation[]): OrganisationNode[] {
  const ids = new Set(organisations.map((one) => one.orgId));
  const below = Map.groupBy(organisations, (one) =>
    one.parentId && ids.has(one.parentId) ? one.parentId : null,
  );
  const nodes = (parent: OrgId | null): OrganisationNode[] =>
    [...(below.get(parent) ?? [])]
      .sort((a, b) => a.officialOrder - b.officialOrder)
      .map((one) => ({ ...one, children: nodes(one.orgId) }));
  return nodes(null);
}
