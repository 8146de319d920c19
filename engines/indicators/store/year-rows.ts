import { namedQuery, type Tx } from '#db';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { StepEntry } from '../domain/chain.ts';
import type { PlanVersion } from '../domain/plan.ts';
import type { Report } from '../domain/report.ts';
import type { SubjectId } from '../domain/subject.ts';
import type { StandingDuty } from './duty-rows.ts';
import type { LightRow } from './light-rows.ts';
import { withSuccessors } from './report-rows.ts';

/** What a report is checked against: its subject's year, each list in order of months and numbers. */
export type ReportedYear = {
  readonly reports: readonly Report[];
  readonly duties: readonly StandingDuty[];
  readonly steps: readonly StepEntry[];
  /** Of the city, not of the subject alone. */
  readonly lockedMonths: readonly Month[];
};

/** Whatever is kept of one subject and one year. */
export type YearRows = ReportedYear & {
  readonly plans: readonly PlanVersion[];
  readonly lights: readonly Omit<LightRow, 'subjectId'>[];
};

/** JSON has neither instants nor whole numbers of any size: both come as texts. */
type Told<T> = {
  readonly [K in keyof T]: bigint extends T[K]
    ? Exclude<T[K], bigint> | string
    : Date extends T[K]
      ? string
      : T[K];
};
type ToldReported = Omit<ReportedYear, 'reports' | 'steps'> & {
  readonly reports: readonly Told<Report>[];
  readonly steps: readonly Told<StepEntry>[];
};
type ToldPlan = Omit<Told<PlanVersion>, 'monthsFen'> & { readonly monthsFen: readonly (string | null)[] };
type ToldRows = ToldReported & Pick<YearRows, 'lights'> & { readonly plans: readonly ToldPlan[] };

const list = (text: string) => `(select coalesce(json_agg(part), '[]') from (${text}) part)`;

const plans = `select plan_id as "planId", subject_id as "subjectId", year, number, kind,
    months_fen::text[] as "monthsFen", total_fen::text as "totalFen", effective_from as "effectiveFrom", reason,
    approver, source, import_id as "importId", recorded_at as "recordedAt", recorded_by as "recordedBy"
  from city.plan_version where city_id = $1 and subject_id = $2 and year = left($3, 4)::integer order by number`;

const reports = `select report_id as "reportId", subject_id as "subjectId", month, standing, number, withdrawn,
    month_fen::text as "monthFen", cum_fen::text as "cumFen", started, actual_start as "actualStart", entered,
    entered_on as "enteredOn", progress_text as "progressText", problem, matter, matter_level as "matterLevel",
    reporter, reported_on as "reportedOn", received_on as "receivedOn", source, import_id as "importId",
    source_row as "sourceRow", correction_reason as "correctionReason", after_lock as "afterLock", approver,
    recorded_at as "recordedAt", recorded_by as "recordedBy"
  from city.report where city_id = $1 and subject_id = $2 and month between $3 and $4
  order by month, standing, number`;

const duties = `select subject_id as "subjectId", from_month as "fromMonth", category,
    planned_start_month as "plannedStartMonth", started_month as "startedMonth", owes, reason, number
  from city.subject_duty where city_id = $1 and subject_id = $2 and from_month between $3 and $4
  order by from_month, number`;

const steps = `select entry_id as "entryId", subject_id as "subjectId", month, act, step, to_state as "toState",
    report_number as "reportNumber", account_id as "accountId", person_id as "personId", name,
    on_behalf_of as "onBehalfOf", reason, recorded_at as at
  from city.report_step where city_id = $1 and subject_id = $2 and month between $3 and $4
  order by month, entry_id`;

const lights = `select distinct on (month) month, as_of as "asOf", evaluation_id as "evaluationId", overall,
    progress, start, statistics, others
  from city.light where city_id = $1 and subject_id = $2 and month between $3 and $4 and as_of <= $5
  order by month, as_of desc, evaluation_id desc`;

const reportedYear = `${list(reports)} as reports, ${list(duties)} as duties, ${list(steps)} as steps,
  (select coalesce(json_agg(month), '[]') from city.month_lock
   where city_id = $1 and month between $3 and $4) as "lockedMonths"`;

/** One statement: six would each cost more to send and to read than what they find. */
export async function readYear(
  tx: Tx,
  subjectId: SubjectId,
  { year, asOf }: { year: number; asOf: PlainDate },
): Promise<YearRows> {
  const [told] = await namedQuery<ToldRows>(
    tx,
    'indicators-year',
    `select ${list(plans)} as plans, ${list(lights)} as lights, ${reportedYear}`,
    [tx.scope.cityId, subjectId, `${year}-01`, `${year}-12`, asOf],
  );
  if (!told) throw new Error(rowless);
  const plansOf = told.plans.map((plan) => ({
    ...plan,
    monthsFen: plan.monthsFen.map(amount),
    totalFen: amount(plan.totalFen),
    recordedAt: new Date(plan.recordedAt),
  }));
  return { ...reportedFrom(told), plans: plansOf, lights: told.lights };
}

export async function readReportedYear(tx: Tx, subjectId: SubjectId, year: number): Promise<ReportedYear> {
  const values = [tx.scope.cityId, subjectId, `${year}-01`, `${year}-12`];
  const text = `select ${reportedYear}`;
  const [told] = await namedQuery<ToldReported>(tx, 'indicators-reported-year', text, values);
  if (!told) throw new Error(rowless);
  return reportedFrom(told);
}

const rowless = 'a statement without a table gave no row';

function reportedFrom({
  reports: told,
  duties: owed,
  steps: done,
  lockedMonths,
}: ToldReported): ReportedYear {
  const reportsOf = told.map((report) => ({
    ...report,
    monthFen: amount(report.monthFen),
    cumFen: amount(report.cumFen),
    recordedAt: new Date(report.recordedAt),
  }));
  return {
    reports: withSuccessors(reportsOf),
    duties: owed,
    steps: done.map((step) => ({ ...step, at: new Date(step.at) })),
    lockedMonths,
  };
}

function amount(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
