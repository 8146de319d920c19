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
export type { ListDefinition, ListsSection } from './sections/lists.ts';
export type { OrganisationsSection, PackGroup, PackOrganisation } from './sections/organisations.ts';
export type { ResponsibilitiesSection, ResponsibilityKind } from './sections/responsibilities.ts';
export type { Batch, BatchSet, EvidenceKind, Stage, StageDemand, StagesSection } from './sections/stages.ts';
export type { StatisticsSection } from './sections/statistics.ts';
export type { Tile, TilesSection } from './sections/tiles.ts';
