import type { City } from '#access';
import { type Indicator, type Party, type PartyKind, wholeCity } from '#engines/indicators';
import { districtKinds, listOrganisations } from '#engines/registry';
import { refuse } from '#kernel/refusal';
import { citySection, sectionOf } from '#pack';
import type { IndicatorView, PartyView } from '../contract.ts';
import '../refusals.ts';

export type Parties = {
  /** City, then districts, zones and the city's own level, then departments, in official order. */
  readonly all: readonly PartyView[];
  /** What the city is divided into. */
  readonly districts: readonly Party[];
  readonly nameOf: (party: Party) => string;
  /** The party, if there is one of that kind. */
  readonly named: (kind: PartyKind, id: string) => PartyView;
};

const divided: readonly string[] = districtKinds;

export async function partiesOf(city: City): Promise<Parties> {
  const organisations = await listOrganisations(city, { asOf: city.today });
  const { name: cityName } = sectionOf(city.pack, citySection);
  const ofKind = (kind: PartyKind, kinds: readonly string[]) =>
    organisations
      .filter((one) => kinds.includes(one.kind))
      .sort((a, b) => a.officialOrder - b.officialOrder)
      .map((one) => ({ kind, party: one.orgId as string, name: one.name }));
  const districts = ofKind('district', divided);
  const all: PartyView[] = [
    { kind: 'city', party: wholeCity.id, name: `${cityName}全市` },
    ...districts,
    ...ofKind('district', ['city']),
    ...ofKind('department', ['department']),
  ];
  const names = new Map(all.map((one) => [`${one.kind} ${one.party}`, one]));
  return {
    all,
    districts: districts.map(({ kind, party: id }) => ({ kind, id })),
    nameOf: ({ kind, id }) => names.get(`${kind} ${id}`)?.name ?? id,
    named: (kind, id) => names.get(`${kind} ${id}`) ?? refuse('target.no_party'),
  };
}

/** Departments only where they have a target: most have none. */
export function isAlwaysShown({ kind }: PartyView): boolean {
  return kind !== 'department';
}

export function indicatorView(one: Indicator): IndicatorView {
  return {
    ...{ id: one.id, name: one.name, kind: one.kind, unit: one.unit, basis: one.basis },
    ...{ departmentsSum: one.departmentsSum, achievedBy: one.achievedBy },
    atLeast: one.atLeast === undefined ? null : `${one.atLeast}`,
    reportedFrom: one.reported?.from ?? null,
    reportedCaliber: one.reported?.caliber ?? null,
    statisticsCaliber: one.statistics?.caliber ?? null,
  };
}
