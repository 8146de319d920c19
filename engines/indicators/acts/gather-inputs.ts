import type { City } from '#access';
import { addToMonth, type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { knownState } from '../domain/known-state.ts';
import type { EarlierOutcome, LightInputs } from '../domain/light-inputs.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readDutiesIn, type StandingDuty } from '../store/duty-rows.ts';
import { readPastResults } from '../store/evaluation-rows.ts';
import {
  type KnownReports,
  type PlanFigures,
  readKnownReports,
  readPlanFigures,
} from '../store/fact-rows.ts';
import type { SomeSubjects } from '../store/some-subjects.ts';

/** What the lights of a month are made from on a day, for each of some subjects that owes a report for it. */
export async function gatherInputs(
  { tx }: City,
  { month, asOf, rules }: { month: Month; asOf: PlainDate; rules: RuleSet },
  subjects: SomeSubjects,
): Promise<Map<SubjectId, LightInputs>> {
  const [duties, figures, reports, past] = await Promise.all([
    readDutiesIn(tx, month, subjects),
    readPlanFigures(tx, month, subjects),
    readKnownReports(tx, { month, asOf }, subjects),
    pastOutcomes(tx, month, asOf, rules, subjects),
  ]);
  const plans = new Map(figures.map((one) => [one.subjectId, one]));
  const known = new Map(reports.map((one) => [one.subjectId, one]));
  const inputs = new Map<SubjectId, LightInputs>();
  for (const duty of duties) {
    const { subjectId, owes } = duty;
    const earlier = past.get(subjectId) ?? [];
    if (owes)
      inputs.set(subjectId, inputsOf(duty, month, plans.get(subjectId), known.get(subjectId), earlier));
  }
  return inputs;
}

function inputsOf(
  duty: StandingDuty,
  month: Month,
  plan: PlanFigures | undefined,
  reports: KnownReports | undefined,
  earlier: readonly EarlierOutcome[],
): LightInputs {
  return {
    month,
    category: duty.category === 'building' ? 'building' : 'new-start',
    plannedStartMonth: duty.plannedStartMonth,
    planToMonthFen: plan?.planToMonthFen ?? null,
    planYearFen: plan?.planYearFen ?? null,
    actualToMonthFen: reports?.cumFen ?? null,
    ...knownState(duty, reports?.said ?? [], month),
    earlier,
    planNumber: plan?.number ?? null,
    reportNumber: reports?.number ?? null,
  };
}

/** How each subject stood at earlier month-ends, as far back as some rule counts. */
async function pastOutcomes(
  tx: City['tx'],
  month: Month,
  asOf: PlainDate,
  rules: RuleSet,
  subjects: SomeSubjects,
): Promise<Map<string, EarlierOutcome[]>> {
  const counted = rules.dimensions.flatMap(({ consecutive }) => consecutive ?? []);
  if (counted.length === 0) return new Map();
  const longest = Math.max(...counted.map(({ months }) => months));
  const back = addToMonth(month, 1 - longest);
  const january = monthOfYear(yearOfMonth(month), 1);
  const first = counted.some(({ newYear }) => newYear === 'continue') || back > january ? back : january;
  const results = await readPastResults(tx, { first, before: month, asOf }, subjects);
  const outcomes = results.map((one) => {
    const dimensions = Object.entries(one.results.dimensions);
    const pairs = dimensions.flatMap(([id, result]) => (result ? [[id, result.outcome] as const] : []));
    return { subjectId: one.subjectId, earlier: { month: one.month, outcomes: Object.fromEntries(pairs) } };
  });
  const bySubject = Map.groupBy(outcomes, ({ subjectId }) => subjectId);
  return new Map([...bySubject].map(([id, list]) => [id, list.map(({ earlier }) => earlier)]));
}
