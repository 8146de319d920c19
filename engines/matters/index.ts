export { actOnMatter, type MatterAct } from './acts/act-on-matter.ts';
export { answerRequest } from './acts/answer-request.ts';
export { type AttachAsked, attachFile } from './acts/attach-file.ts';
export { checkMatters, type MatterFault } from './acts/check-matters.ts';
export { clockWorld } from './acts/clock-world.ts';
export { eventsOf } from './acts/events-of.ts';
export { excludePeriod, type NewExcludedPeriod } from './acts/exclude-period.ts';
export { getMatter } from './acts/hold-matter.ts';
export { instantOf } from './acts/instant-of.ts';
export { type GivenFile, keepFiles } from './acts/keep-files.ts';
export { decideRequest, leaderRequestCounts, leaderRequests } from './acts/leader-requests.ts';
export { type LinkAsked, linkMatters, splitMatter } from './acts/link-matters.ts';
export { matterBoard } from './acts/matter-board.ts';
export { type MatterDetail, matterDetail } from './acts/matter-detail.ts';
export { matterStatistics, statisticsRows } from './acts/matter-statistics.ts';
export { mergeMatter } from './acts/merge-matter.ts';
export { type NewMatter, openMatter } from './acts/open-matter.ts';
export { previewPeriod } from './acts/preview-period.ts';
export { excludedPeriods, listMatters, takenIn } from './acts/read-matters.ts';
export { type MovedClock, recalculate } from './acts/recalculate.ts';
export { seatsHeld } from './acts/seats-held.ts';
export {
  handOver,
  type PauseAsked,
  pauseClock,
  remark,
  resumeClock,
  setLevel,
  setSupport,
} from './acts/steer-matter.ts';
export { sweepMatters } from './acts/sweep-matters.ts';
export type { HeldMatter } from './acts/write-matter.ts';
export { clockLight, dueOf, warnAtOf } from './domain/clock.ts';
export type { ClockRule, ClockRun, ExcludedPeriod, TimeLimit } from './domain/clock-rule.ts';
export type { ClockWorld } from './domain/clock-stops.ts';
export { type ClockTable, clockTable } from './domain/clock-table.ts';
export { openActions, seatNames } from './domain/decide.ts';
export { defineMatter } from './domain/define-matter.ts';
export type { DeclaredMatter, MatterDefinition, MatterField, Seat } from './domain/definition.ts';
export type { EventFact, Given, LinkKind, MatterEvent } from './domain/event.ts';
export type { MatterId } from './domain/identity.ts';
export type { Choice, KindRules, PauseRule } from './domain/kind-rules.ts';
export { cityLeaders, type Ladder, type LadderLevel, type Recipient, type Rung } from './domain/ladder.ts';
export { ladderPlan, type PlannedRung } from './domain/ladder-plan.ts';
export type { Matter } from './domain/matter.ts';
export { allMatterKinds, matterKind } from './domain/matter-kinds.ts';
export { leftText, limitText } from './domain/read-limit.ts';
export { ladderFor, laddersSection } from './ladders-section.ts';
export { kindRulesOf, mattersSection } from './matters-section.ts';
export { mattersMigrations } from './migrations.ts';
export type { ExcludedPeriodRow } from './store/excluded-period.ts';
export type { MatterFile } from './store/file-row.ts';
export { type BoardColumn, type BoardRow, mostCounted } from './store/find-board.ts';
export type { MatterFilter, MatterPage } from './store/find-matters.ts';
export type { LeaderRequest } from './store/leader-request.ts';
export type { MatterLink } from './store/link-row.ts';
export type { LockedMatter, MatterRow } from './store/matter-row.ts';
