export { addToList, judgeEntry, type ListEntry } from './acts/add-to-list.ts';
export { applyListImport } from './acts/apply-list-import.ts';
export { type BatchLine, batchCounts } from './acts/batch-counts.ts';
export { changeStage, type StageMove } from './acts/change-stage.ts';
export { createProject, type NewProject } from './acts/create-project.ts';
export type { LinkToOther } from './acts/ensure-not-duplicate.ts';
export {
  findOrganisation,
  getOrganisation,
  listOrganisations,
  readOrganisationTree,
} from './acts/find-organisations.ts';
export { countProjects, everyProject, findProjects, findProjectsCounted } from './acts/find-projects.ts';
export { getProject, getProjectBrief } from './acts/get-project.ts';
export { linkProjects, type NewLink } from './acts/link-projects.ts';
export { type ListSummary, listAsOf, listSummaries, listsByProject } from './acts/list-as-of.ts';
export { type OpenedProject, openYear } from './acts/open-year.ts';
export {
  type ChosenLines,
  type DifferenceFromPack,
  organisationDifference,
  settleDifference,
} from './acts/organisation-difference.ts';
export { projectHistory } from './acts/project-history.ts';
export { type IndexedProject, projectIndex } from './acts/project-index.ts';
export { type StartLine, startOf, startsOf } from './acts/read-starts.ts';
export { type PlacedTile, readTiles } from './acts/read-tiles.ts';
export { recordStartCheck, recordStartEvidence } from './acts/record-start.ts';
export { type ListRemoval, removeFromList } from './acts/remove-from-list.ts';
export { type CoverageLine, responsibilityCoverage } from './acts/responsibility-coverage.ts';
export { type GapLine, responsibilityGaps } from './acts/responsibility-gaps.ts';
export { revealPhone } from './acts/reveal-phone.ts';
export { linkLevels, setApart } from './acts/set-apart.ts';
export { recordStatistics, type StatisticsLine, statisticsStates } from './acts/statistics.ts';
export { type OrganisationDifference, syncOrganisations } from './acts/sync-organisations.ts';
export { type DependentFact, type ImportUndo, type ImportUndone, undoImport } from './acts/undo-import.ts';
export { type ProjectEdit, updateProject } from './acts/update-project.ts';
export { yearStandings } from './acts/year-standings.ts';
export { apartIn } from './domain/apart.ts';
export type {
  AspectChange,
  AspectKey,
  Holder,
  ProjectCard,
  ProjectDetail,
  YearCategory,
  YearEntry,
} from './domain/aspect.ts';
export type { ProjectField } from './domain/facts.ts';
export type {
  AppointmentId,
  GroupId,
  ListImportId,
  MembershipId,
  OrgId,
  PersonId,
  PostId,
  ProjectId,
} from './domain/identity.ts';
export type { EntryVerdict, ListBook, ListDefinition, ListsSection } from './domain/list.ts';
export { openListBook } from './domain/list.ts';
export type {
  ListImport,
  ListImportResult,
  ListMismatch,
  ListRow,
  ListRowOutcome,
  ListRowResult,
  MembershipChange,
} from './domain/list-import.ts';
export type { FenIn, ListRecord } from './domain/list-record.ts';
export { cleanName, coreName, normalName } from './domain/name.ts';
export { districtKinds, type Organisation, type OrganisationNode } from './domain/organisation.ts';
export type {
  CodeStep,
  DistrictRef,
  HolderView,
  Membership,
  ProjectBrief,
  ProjectFilter,
  ProjectLink,
  ProjectPage,
  ProjectRow,
  ProjectSort,
  ProjectView,
  StageStep,
} from './domain/project-view.ts';
export type {
  ResponsibilitiesSection,
  ResponsibilityGap,
  ResponsibilityKind,
} from './domain/responsibility.ts';
export type { Batch, BatchSet, EvidenceKind, Stage, StageDemand, StagesSection } from './domain/stage.ts';
export type { Evidence } from './domain/stage-change.ts';
export { startProofs } from './domain/start.ts';
export { groundName, type StartCheck } from './domain/start-check.ts';
export type { StatisticsFact, StatisticsSection, StatisticsState } from './domain/statistics.ts';
export { registryMigrations } from './migrations.ts';
export { listsSection } from './sections/lists.ts';
export {
  type OrganisationsSection,
  organisationsSection,
  type PackGroup,
  type PackOrganisation,
} from './sections/organisations.ts';
export { responsibilitiesSection } from './sections/responsibilities.ts';
export { stagesSection } from './sections/stages.ts';
export { statisticsSection } from './sections/statistics.ts';
export { type Tile, type TilesSection, tilesSection } from './sections/tiles.ts';
export { registrySections } from './sections.ts';
export type { ListedProject } from './store/membership.ts';
export type { ChangeRow } from './store/project-history.ts';
export type { StatedFact } from './store/statistics.ts';
