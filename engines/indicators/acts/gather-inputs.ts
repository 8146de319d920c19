import type { City } from '#access';
import { addToMonth, type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { knownState } from '../domain/known-state.ts';
import type { EarlierOutcome, LightInputs } from '../domain/light-inputs.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import type { SubjectId } from '../domain/subject.ts';
import type { StandingDuty } from '../store/duty-rows.ts';
import { readPastResults } from '../store/evaluation-rows.ts';
import {
  type MonthStatement,
  type PlanFigures,
  readPlanFigures,
  readStatements,
} from '../store/fact-rows.ts';

/** What the lights of a month are made from on a day, of some subjects (null: of all), by what they owe. */
export async function gatherInputs(
  { tx }: City,
  duties: readonly StandingDuty[],
  { month, asOf, rules }: { month: Month; asOf: PlainDate; rules: RuleSet },
  subjectIds: readonly SubjectId[] | null,
): Promise<Map<string, LightInputs>> {
  const [figures, statements, past] = await Promise.all([
    readPlanFigures(tx, month, subjectIds),
    readStatements(tx, { month, asOf }, subjectIds),
    pastOutcomes(tx, month, asOf, rules, subjectIds),
  ]);
  const plans = new Map(figures.map((one) => [one.subjectId, one]));
  const said = Map.groupBy(statements, ({ subjectId }) => subjectId);
  return new Map(
    duties.map((duty) => {
      const { subjectId } = duty;
      const inputs = inputsOf(
        duty,
        month,
        plans.get(subjectId),
        said.get(subjectId) ?? [],
        past.get(subjectId) ?? [],
      );
      return [subjectId, inputs];
    }),
  );
}

function inputsOf(
  duty: StandingDuty,
  month: Month,
  plan: PlanFigures | undefined,
  said: readonly MonthStatement[],
  earlier: readonly EarlierOutcome[],
): LightInputs {
  const ofMonth = said.findLast((one) => one.month === month);
  return {
    month,
    category: duty.category === 'building' ? 'building' : 'new-start',
    plannedStartMonth: duty.plannedStartMonth,
    planToMonthFen: plan?.planToMonthFen ?? null,
    planYearFen: plan?.planYearFen ?? null,
    actualToMonthFen: ofMonth?.cumFen ?? null,
    ...knownState(duty, said, month),
    earlier,
    planNumber: plan?.number ?? null,
    reportNumber: ofMonth?.number ?? null,
  };
}

/** How each subject stood at earlier month-ends, as far back as some rule counts. */
async function pastOutcomes(
  tx: City['tx'],
  month: Month,
  asOf: PlainDate,
  rules: RuleSet,
  subjectIds: readonly SubjectId[] | null,
): Promise<Map<string, EarlierOutcome[]>> {
  const counted = rules.dimensions.flatMap(({ consecutive }) => consecutive ?? []);
  if (counted.length === 0) return new Map();
  const longest = Math.max(...counted.map(({ months }) => months));
  const back = addToMonth(month, 1 - longest);
  const january = monthOfYear(yearOfMonth(month), 1);
  const first = counted.some(({ newYear }) => newYear === 'continue') || back > january ? back : january;
  const results = await readPastResults(tx, { first, before: month, asOf }, subjectIds);
  const outcomes = results.map((one) => {
    const dimensions = Object.entries(one.results.dimensions);
    const pairs = dimensions.flatMap(([id, result]) => (result ? [[id, result.outcome] as const] : []));
    return { subjectId: one.subjectId, earlier: { month: one.month, outcomes: Object.fromEntries(pairs) } };
  });
  const bySubject = Map.groupBy(outcomes, ({ subjectId }) => subjectId);
  return new Map([...bySubject].map(([id, list]) => [id, list.map(({ earlier }) => earlier)]));
}
