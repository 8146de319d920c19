export { afterLockStep, answerRequest, askAfterLock, reportsAfterLock } from './acts/after-lock.ts';
export {
  applyPlanImport,
  approvePlan,
  type PlanImport,
  type PlanImportResult,
} from './acts/apply-plan-import.ts';
export {
  applyReportImport,
  type ReportImport,
  type ReportImportResult,
} from './acts/apply-report-import.ts';
export { isSamePerson } from './acts/chain-seats.ts';
export { checkRollups, type RollupCheck, rollupsOf } from './acts/check-rollups.ts';
export { type EvaluationRun, evaluate, monthEvaluatedOn } from './acts/evaluate.ts';
export { figuresOf, type NewFigure, recordFigures } from './acts/figures.ts';
export { decideFiling, fileReport, keepFiling } from './acts/file-report.ts';
export { holdMonth } from './acts/hold-month.ts';
export { everyMonth, keepRollups } from './acts/keep-rollups.ts';
export { type NewLightNote, noteLight, notesOf, standingNotes } from './acts/light-notes.ts';
export { type LightsOn, lightsOn, type SubjectLight } from './acts/lights-on.ts';
export { lockMonth, monthLockOf, monthLocks, type ShownMonth, shownMonth } from './acts/lock-month.ts';
export { moveRows, type RowMove } from './acts/move-rows.ts';
export { type Placement, placeInGroups, recordGroups } from './acts/place-in-groups.ts';
export { publishRuleSet, ruleSetOn, ruleSetToUse } from './acts/publish-rule-set.ts';
export { firstFreeDay, publishedRuleSets } from './acts/published-rule-sets.ts';
export {
  chainRows,
  draftsOf,
  dutiesAmong,
  findRequest,
  lockChainRows,
  owingSubjects,
  reportRequests,
  stepsOf,
  stepsOfYear,
  subjectHolders,
} from './acts/read-chain.ts';
export {
  currentLights,
  evaluationOf,
  lightHistoryOf,
  type PublishedLight,
  shownLights,
  why,
} from './acts/read-lights.ts';
export { planMismatches, plansOfYear, planVersionsIn, planVersionsOf } from './acts/read-plans.ts';
export {
  dutiesIn,
  dutiesOf,
  notReported,
  reportsOf,
  standingReports,
} from './acts/read-reports.ts';
export { type SubjectYear, yearOfSubject } from './acts/read-year.ts';
export { relight } from './acts/relight.ts';
export { relightOne } from './acts/relight-one.ts';
export { type ReplayDifference, replay } from './acts/replay.ts';
export {
  assignDays,
  findPeriod,
  getPeriod,
  type Period,
  periodsOf,
  publishMonth,
} from './acts/report-periods.ts';
export { reportingRulesOf } from './acts/reporting-rules-of.ts';
export { ensureNotFiller, ensureReviewable, reviewsAt } from './acts/review-right.ts';
export { keepDrafts } from './acts/save-drafts.ts';
export { stateDuties } from './acts/state-duties.ts';
export {
  enteredSubjects,
  indicatorNamed,
  setTargets,
  standingTargets,
  startedSubjects,
  startsTo,
  type TargetChange,
  targetVersions,
} from './acts/targets.ts';
export { type RuleTrial, tryRuleSet } from './acts/try-rule-set.ts';
export { type Successor, undoImport } from './acts/undo-import.ts';
export { whyEach } from './acts/why-each.ts';
export { withdrawPlans } from './acts/withdraw-plans.ts';
export {
  type ChainRow,
  firstStep,
  foldSteps,
  type StepEntry,
  stepName,
  stepOf,
  verifiedState,
} from './domain/chain.ts';
export {
  type Contradiction,
  type ContradictionCode,
  contradictionsOf,
  contradictionTexts,
  type ReportSurroundings,
} from './domain/contradiction.ts';
export { dutyInMonth } from './domain/duty-in-month.ts';
export type { DimensionLight, LightResult } from './domain/evaluate-light.ts';
export type { Figure } from './domain/figure.ts';
export { type Forecast, forecastYear } from './domain/forecast.ts';
export { differsInFigures, factsOf, type GivenFacts, statedFacts, wordsOf } from './domain/given-facts.ts';
export type { GroupLights, LightCounts } from './domain/group-lights.ts';
export type { LightInputs } from './domain/light-inputs.ts';
export type { Confidence, LightNote, LightNoteKind } from './domain/light-note.ts';
export {
  areInOrder,
  monthsOfPeriod,
  type PeriodDays,
  periodName,
  periodOfMonth,
  proposedDays,
  type StepDue,
} from './domain/period-days.ts';
export {
  type MonthsFen,
  mismatchOf,
  type Plan,
  type PlanMismatch,
  type PlanVersion,
  plannedProgress,
  planToMonth,
  timeProgress,
} from './domain/plan.ts';
export { proveRuleSet } from './domain/prove-rule-set.ts';
export { readRuleSet } from './domain/read-rule-set.ts';
export { reconcile, type Unreconciled } from './domain/reconcile.ts';
export {
  type AfterLock,
  type NewReport,
  type PartialDate,
  type Report,
  type ReportFacts,
  type ReportStanding,
  sameFacts,
} from './domain/report.ts';
export type { StepActor } from './domain/reporting-rules.ts';
export type { GroupMonth, RollupDifference, Sums } from './domain/rollup.ts';
export type { RuleFault } from './domain/rule-fault.ts';
export { platformDefault, type RuleSet } from './domain/rule-set.ts';
export {
  consecutiveLines,
  formulaChoices,
  formulaWords,
  ruleLines,
  ruleSetLines,
} from './domain/rule-words.ts';
export type { DutyCategory, SubjectDuty, SubjectGroup, SubjectId } from './domain/subject.ts';
export {
  type Indicator,
  type Party,
  type PartyKind,
  type TargetLine,
  type TargetVersion,
  targetTo,
  wholeCity,
  wholesPer,
} from './domain/target.ts';
export { type YearStatement, yearDuty } from './domain/year-duty.ts';
export { lightsSection } from './lights-section.ts';
export { indicatorsMigrations } from './migrations.ts';
export { reportingSection } from './reporting-section.ts';
export type { Draft } from './store/chain-draft.ts';
export type { ReportRequest } from './store/chain-request.ts';
export type { StandingDuty } from './store/duty-rows.ts';
export type { EvaluationRow } from './store/light-rows.ts';
export type { MonthLock } from './store/month-lock-rows.ts';
export { targetsSection } from './targets-section.ts';
