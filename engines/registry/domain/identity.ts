import type { Id } from '#kernel/id';

export type OrgId = Id<'organisation'>;
export type GroupId = Id<'organisation-group'>;
export type PostId = Id<'post'>;
export type PersonId = Id<'person'>;
export type AppointmentId = Id<'appointment'>;
export type ProjectId = Id<'project'>;
export type ListImportId = Id<'list-import'>;
export type MembershipId = Id<'list-membership'>;
