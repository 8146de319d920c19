export { applyListImport } from './acts/apply-list-import.ts';
export {
  findOrganisation,
  getOrganisation,
  listOrganisations,
  readOrganisationTree,
} from './acts/find-organisations.ts';
export { type OrganisationDifference, syncOrganisations } from './acts/sync-organisations.ts';
export {
  type AspectChange,
  type AspectKey,
  type Holder,
  type ProjectCard,
  type ProjectDetail,
  type YearCategory,
  type YearEntry,
  yearCategories,
} from './domain/aspect.ts';
export { type ProjectField, projectFields } from './domain/facts.ts';
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
export type { ListDefinition, ListsSection } from './domain/list.ts';
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
export { projectNumber } from './domain/number.ts';
export {
  districtKinds,
  type Organisation,
  type OrganisationNode,
  organisationTree,
} from './domain/organisation.ts';
export type { ResponsibilitiesSection, ResponsibilityKind } from './domain/responsibility.ts';
export type { Batch, BatchSet, EvidenceKind, Stage, StageDemand, StagesSection } from './domain/stage.ts';
export type { StatisticsSection } from './domain/statistics.ts';
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
