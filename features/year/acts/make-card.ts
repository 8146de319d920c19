import type { City } from '#access';
import {
  applyPlanImport,
  applyReportImport,
  monthLockOf,
  placeInGroups,
  stateDuties,
  yearDuty,
} from '#engines/indicators';
import { addToList, createProject, type Holder, linkLevels, type ProjectId } from '#engines/registry';
import { firstDayOf, lastDayOf, type Month, yearOfMonth } from '#kernel/month';
import type { Amounts } from '../domain/amounts.ts';
import { structureNames, texts } from '../texts.ts';
import { type Basis, monthBefore } from './structure-basis.ts';

export type NewCard = {
  readonly name: string;
  readonly amounts: Amounts;
  /** Whether it owes reports and counts; else it is shown with the reason. */
  readonly counts: boolean;
  readonly apart: string | null;
};

type Making = {
  readonly kind: keyof typeof structureNames;
  readonly fromMonth: Month;
  readonly reason: string;
  readonly approver: string;
};

/**
 * A card made from others: their place, people and lists, its own amounts. With it come its plan, what was reported to
 * date as a verified report of the month before, its duty from the month on and where it counts.
 */
export async function makeCard(
  city: City,
  card: NewCard,
  from: readonly Basis[],
  making: Making,
): Promise<ProjectId> {
  const { fromMonth, reason, approver } = making;
  const year = yearOfMonth(fromMonth);
  const [lead] = from as readonly [Basis, ...Basis[]];
  const { view, standing } = lead;
  const entry = view.entries.find((one) => one.year === year);
  const { amounts } = card;
  const category = entry?.category ?? '前期';
  const plannedStart = earliest(
    from.map((one) => one.view.entries.find((each) => each.year === year)?.plannedStart),
  );
  const periodStart = earliest(from.map((one) => one.view.detail?.periodStart));
  const { projectId } = await createProject(city, {
    name: card.name,
    industry: view.card.industry,
    nature: view.card.nature,
    form: view.card.form,
    sponsorOrgId: view.card.sponsorOrgId,
    districts: view.districts.map(({ orgId }) => orgId),
    stage: view.stage,
    detail: {
      ...(view.detail ?? {}),
      totalFen: text(amounts.totalFen),
      periodStart,
      uscc: null,
      remark: `${structureNames[making.kind]}：${from.map((one) => one.view.card.name).join('、')}`,
    },
    responsibilities: holdersOf(lead),
    entry: {
      ...{ year, category, plannedStart, totalFen: text(amounts.totalFen) },
      ...{ planYearFen: text(amounts.planYearFen), doneBeforeFen: text(amounts.doneBeforeFen) },
    },
    ...(making.kind === 'split'
      ? { link: { otherId: view.projectId, kind: 'split-from' as const, reason } }
      : {}),
  });
  if (making.kind !== 'split') {
    const kind = making.kind === 'merge' ? ('merged-into' as const) : ('part-of' as const);
    for (const one of from)
      await linkLevels(city, { projectId: one.view.projectId, otherId: projectId, kind, reason });
  }
  const fromOn = firstDayOf(fromMonth);
  for (const list of standing.lists)
    await addToList(city, { projectId, list, year, fromOn, reason, approver });
  if (card.counts) await bringFigures(city, projectId, card, from, making);
  await stateDuties(city, [
    card.counts
      ? yearDuty({ subjectId: projectId, year, fromMonth, category, plannedStart, periodStart })
      : {
          ...{ subjectId: projectId, fromMonth, category: 'none', owes: false },
          reason: card.apart ?? reason,
        },
  ]);
  const groups = {
    district: standing.districtId === null ? [] : [standing.districtId],
    department: standing.departmentIds,
    category: [category],
    list: standing.lists,
  };
  for (const [kind, groupIds] of Object.entries(groups))
    await placeInGroups(city, kind, [{ subjectId: projectId, groupIds, fromOn }]);
  return projectId;
}

async function bringFigures(
  city: City,
  subjectId: ProjectId,
  { amounts }: NewCard,
  from: readonly Basis[],
  { kind, fromMonth, reason, approver }: Making,
): Promise<void> {
  const year = yearOfMonth(fromMonth);
  const { monthsFen, planYearFen, reportedFen } = amounts;
  if (planYearFen !== null || monthsFen.some((fen) => fen !== null)) {
    const plan = { subjectId, year, monthsFen, totalFen: planYearFen };
    await applyPlanImport(city, { importId: null, reason, approver, fromMonth, plans: [plan] });
  }
  const month = monthBefore(fromMonth);
  if (!month || reportedFen === null) return;
  const reports = from.flatMap(({ report }) => report ?? []);
  const starts = reports.flatMap(({ actualStart }) => actualStart ?? []);
  const names = from.map(({ view }) => view.card.name);
  const locked = await monthLockOf(city, month);
  await applyReportImport(city, {
    importId: null,
    source: texts.openingReport(structureNames[kind], names),
    counts: 'verified',
    ...(locked ? { afterLock: { kind: 'late', reason, approver } } : {}),
    reports: [
      {
        ...{ subjectId, month, cumFen: reportedFen, receivedOn: lastDayOf(month) },
        started: reports.some(({ started }) => started === true) || null,
        actualStart: starts.toSorted()[0] ?? null,
        entered: reports.length > 0 && reports.every(({ entered }) => entered === true) ? true : null,
      },
    ],
  });
}

/** Telephone numbers are masked in a view and stay with the card they were given to. */
function holdersOf({ view }: Basis): Record<string, Holder[]> {
  const kinds = Map.groupBy(view.holders, ({ kind }) => kind);
  return Object.fromEntries(
    [...kinds].map(([kind, holders]) => [
      kind,
      holders.map(({ name, orgId, personId }) => ({ name, orgId, personId, phone: null })),
    ]),
  );
}

function earliest(dates: readonly (string | null | undefined)[]): string | null {
  return dates.filter((one) => one !== null && one !== undefined).toSorted()[0] ?? null;
}

function text(fen: bigint | null): string | null {
  return fen === null ? null : `${fen}`;
}
