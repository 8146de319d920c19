import type { City } from '#access';
import { type GroupMonth, type Party, rollupsOf, setTargets, wholeCity } from '#engines/indicators';
import { listOrganisations, projectIndex } from '#engines/registry';
import { monthNumber, monthOfYear } from '#kernel/month';

const indicator = { investment: 'listed-investment', starts: 'starts' } as const;

/** The year's targets as they were issued: what the plans of the listed projects add up to, by district and month. */
export async function fillTargets(city: City, year: number): Promise<void> {
  const names = new Map((await listOrganisations(city)).map((one) => [one.orgId as string, one.name]));
  const span = { first: monthOfYear(year, 1), last: monthOfYear(year, 12) };
  const districts = Map.groupBy(await rollupsOf(city, 'district', span), ({ groupId }) => groupId);
  const whole = await rollupsOf(city, 'city', span);
  await setAll(city, year, indicator.investment, [
    { party: wholeCity, name: city.pack.name, months: monthsOf(whole) },
    ...[...districts].map(([id, sums]) => ({
      ...{ party: { kind: 'district' as const, id }, name: names.get(id) ?? id },
      months: monthsOf(sums),
    })),
  ]);
  const starts = await startsPlanned(city, year);
  const inAll = [...starts.values()].reduce((sum, months) => sum.map((one, at) => one + (months[at] ?? 0n)));
  await setAll(city, year, indicator.starts, [
    { party: wholeCity, name: city.pack.name, months: inAll },
    ...[...starts].map(([id, months]) => ({
      ...{ party: { kind: 'district' as const, id }, name: names.get(id) ?? id, months },
    })),
  ]);
}

type Line = {
  readonly party: Party;
  readonly name: string;
  readonly months: bigint[];
};

async function setAll(city: City, year: number, id: string, lines: readonly Line[]): Promise<void> {
  await setTargets(city, {
    ...{ year, indicator: id, reason: null, approver: null },
    lines: lines.map(({ party, name, months }) => {
      const value = months.reduce((sum, one) => sum + one, 0n);
      return { expectedNumber: 0, party, name, value, base: null, months };
    }),
  });
}

/** Plans are kept accumulated: what each month adds. */
function monthsOf(sums: readonly GroupMonth[]): bigint[] {
  const reached = Array<bigint>(12).fill(0n);
  for (const { month, sums: of } of sums) reached[monthNumber(month) - 1] = of.planFen;
  return reached.map((fen, at) => fen - (reached[at - 1] ?? 0n));
}

async function startsPlanned(city: City, year: number): Promise<Map<string, bigint[]>> {
  const planned = new Map<string, bigint[]>();
  for (const { category, plannedStart, districts } of await projectIndex(city, year)) {
    const month =
      category === '新开工' && plannedStart?.startsWith(`${year}-`) ? plannedStart.slice(5, 7) : '';
    const district = districts[0]?.orgId;
    if (month === '' || !district) continue;
    const months = planned.get(district) ?? Array<bigint>(12).fill(0n);
    months[Number(month) - 1] = (months[Number(month) - 1] ?? 0n) + 1n;
    planned.set(district, months);
  }
  return planned;
}
