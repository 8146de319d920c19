import { type City, ensureMay } from '#access';
import { lightHistoryOf, planVersionsOf, type Report, reportsOf } from '#engines/indicators';
import { getProject, type ProjectId } from '#engines/registry';
import { monthOfYear } from '#kernel/month';

/** Plan and actual month by month: the plan that stands, the reports that stand, the light each month had. */
export async function projectMonths(city: City, id: ProjectId, year: number) {
  ensureMay(city, 'project.view', {});
  await getProject(city, id);
  const latest = (await planVersionsOf(city, id, year)).at(-1);
  const plan = latest?.kind === 'withdrawal' ? undefined : latest;
  const reports = (await reportsOf(city, id, year)).filter(
    (one) => one.supersededBy === null && !one.withdrawn,
  );
  const find = (month: string, standing: Report['standing']) =>
    reports.find((one) => one.month === month && one.standing === standing);
  const lights = new Map((await lightHistoryOf(city, id, city.today)).map((one) => [one.month, one.overall]));
  let planCum = 0n;
  return {
    year,
    planYearFen: plan?.totalFen ?? null,
    planNumber: plan?.number ?? null,
    months: Array.from({ length: 12 }, (_, at) => {
      const month = monthOfYear(year, at + 1);
      const planFen = plan?.monthsFen[at] ?? null;
      planCum += planFen ?? 0n;
      const reported = find(month, 'reported');
      return {
        month,
        planFen,
        planCumFen: plan?.monthsFen.some((fen) => fen !== null) ? planCum : null,
        actualFen: reported?.monthFen ?? null,
        actualCumFen: reported?.cumFen ?? null,
        verifiedCumFen: find(month, 'verified')?.cumFen ?? null,
        light: lights.get(month) ?? null,
      };
    }),
  };
}
