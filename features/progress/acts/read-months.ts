import type { City } from '#access';
import {
  mismatchOf,
  type PlanVersion,
  plannedProgress,
  planToMonth,
  type RuleSet,
  ruleSetOn,
  type SubjectYear,
  timeProgress,
  yearOfSubject,
} from '#engines/indicators';
import type { ProjectBrief } from '#engines/registry';
import type { Id } from '#kernel/id';
import { type Month, monthNumber, monthOfYear } from '#kernel/month';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { percentOf, percentText } from '../domain/percent.ts';
import { contradictionLines } from './find-contradictions.ts';
import { planView } from './plan-view.ts';
import { amountsOf, mayDo, projectInReach } from './project-in-reach.ts';
import { reportView } from './report-view.ts';
import { type YearStates, yearStates } from './standing-months.ts';

type Asked = {
  readonly id: string;
  readonly year?: number | undefined;
  readonly asOf?: PlainDate | undefined;
};

/** A project's year, month by month. Outside the scope the database gives no amount, and none is made up. */
export async function readMonths(city: City, { id, year: asked, asOf = city.today }: Asked) {
  const reading = projectInReach(city, 'report.view', id);
  const year = asked ?? yearShown(yearsOf(await reading), yearOf(asOf));
  // Read before the right is known, and given to nobody where there is none.
  const [view, rows, { rules }] = await Promise.all([
    reading,
    yearOfSubject(city, id, { year, asOf }),
    ruleSetOn(city, asOf),
  ]);
  const versions = rows.plans;
  const states = yearStates(rows.reports, rows.duties, rows.steps);
  const lights = lightsByMonth(rows.lights, rules);
  const locked = new Set(rows.lockedMonths);
  const latest = versions.at(-1);
  const standing = latest && latest.kind !== 'withdrawal' ? latest : undefined;
  const months = Array.from({ length: 12 }, (_, at) => {
    const month = monthOfYear(year, at + 1);
    return {
      ...monthState(month, view, states),
      locked: locked.has(month),
      ...planOf(month, versions),
      ...progressOf(month, versions, states),
      light: lights.get(month) ?? null,
    };
  });
  return {
    projectId: view.projectId,
    number: view.number,
    name: view.card.name,
    year,
    years: [...new Set([...yearsOf(view), year])].toSorted((a, b) => b - a),
    asOf,
    today: city.today,
    districts: view.districts.map(({ orgId, name }) => ({ orgId, name })),
    stageName: view.stageName,
    withinScope: view.withinScope,
    ...amountsOf(view, year),
    planNumber: latest?.number ?? 0,
    planVersions: versions.map(planView),
    planDifferenceFen: (standing && mismatchOf(standing)?.differenceFen) ?? null,
    may: {
      fill: mayDo(city, 'report.fill', view),
      review: mayDo(city, 'report.review', view),
      verify: mayDo(city, 'report.verify', view),
      plan: mayDo(city, 'plan.save', view),
    },
    months,
  };
}

/** Latest first. */
function yearsOf({ entries }: ProjectBrief): number[] {
  return entries.map((entry) => entry.year).toSorted((a, b) => b - a);
}

/** This year if the project stands on a list of it, else the latest year it stood on one. */
function yearShown(years: readonly number[], current: number): number {
  return years.includes(current) ? current : (years[0] ?? current);
}

function monthState(month: Month, view: ProjectBrief, states: YearStates) {
  const { duty, reported, verified, reportNumber, verifiedNumber, returned } = states.of(month);
  const about = reported && {
    ...{ view, states, receivedOn: reported.receivedOn },
    asksStartDate: reported.importId === null,
  };
  return {
    month,
    owes: duty?.owes ?? false,
    category: duty?.category ?? ('none' as const),
    reason: duty?.owes ? null : (duty?.reason ?? '未列入该年度清单'),
    reported: reported ? reportView(reported) : null,
    verified: verified ? reportView(verified) : null,
    reportNumber,
    verifiedNumber,
    verificationOutdated: !!reported && !!verified && reported.recordedAt > verified.recordedAt,
    returned: returned
      ? { reason: returned.reason, by: returned.by, at: returned.at, number: returned.number }
      : null,
    contradictions: reported && about ? contradictionLines(month, reported, about) : [],
  };
}

/** The version a month was, or will be, evaluated with: a later one never reaches back. */
function versionFor(month: Month, versions: readonly PlanVersion[]): PlanVersion | undefined {
  const version = versions.findLast((one) => one.effectiveFrom <= month);
  return version?.kind === 'withdrawal' ? undefined : version;
}

function planOf(month: Month, versions: readonly PlanVersion[]) {
  const version = versionFor(month, versions);
  const baseline = versions.findLast((one) => one.kind === 'baseline');
  return {
    planFen: version?.monthsFen[monthNumber(month) - 1] ?? null,
    planCumFen: version ? planToMonth(version.monthsFen, month) : null,
    baselineCumFen: baseline ? planToMonth(baseline.monthsFen, month) : null,
    planNumber: version?.number ?? null,
  };
}

function progressOf(month: Month, versions: readonly PlanVersion[], states: YearStates) {
  const version = versionFor(month, versions);
  const planned = version ? plannedProgress(version, month) : null;
  return {
    plannedProgress: planned && percentText(planned),
    actualProgress: percentOf(states.of(month).reported?.cumFen, version?.totalFen),
    timeProgress: percentText(timeProgress(month)),
  };
}

function lightsByMonth(lights: SubjectYear['lights'], { dimensions: named }: RuleSet) {
  const nameOf = new Map(named.map((one) => [one.id, one.name]));
  return new Map(
    lights.flatMap(({ month, overall, dimensions, evaluationId, asOf: evaluatedOn }) => {
      if (overall === null) return [];
      const parts = Object.entries(dimensions).flatMap(([dimension, light]) => {
        const name = nameOf.get(dimension);
        return name === undefined ? [] : [{ id: dimension, name, light }];
      });
      const light = {
        overall,
        evaluationId: evaluationId as Id<'evaluation'>,
        evaluatedOn,
        dimensions: parts,
      };
      return [[month, light] as const];
    }),
  );
}
