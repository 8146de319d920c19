import type { PlainDate } from '#kernel/plain-date';

export type PackOrganisation = {
  readonly id: string;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly parent: string | null;
  readonly order: number;
  readonly aliases: readonly string[];
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly successor: string | null;
};

export type PackGroup = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  readonly order: number;
};

export type OrganisationsSection = {
  readonly organisations: readonly PackOrganisation[];
  readonly groups: readonly PackGroup[];
};
