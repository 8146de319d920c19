export {
  type AddedAccount,
  addAccount,
  changePassword,
  disableAccount,
  enableAccount,
  type NewAccount,
  resetPassword,
} from './account.ts';
export {
  type Actor,
  type ActorFacts,
  actorFrom,
  anonymousActor,
  type HeldRole,
  holdsRole,
  localOperator,
  systemActor,
} from './actor.ts';
export { actorOf } from './actor-of.ts';
export { type AuditEntry, audit } from './audit.ts';
export { auditRefusal } from './audit-refusal.ts';
export type { AuditProblem } from './chain-check.ts';
export { type City, type Origin, scopeOf } from './city.ts';
export { ensureDifferentPerson } from './denied.ts';
export {
  type ExplainedPermission,
  explainPermissions,
  type PermissionRow,
  permissionCsv,
  permissionRows,
} from './explain.ts';
export { grantRole, type NewGrant, revokeRole } from './grant.ts';
export { headsFileOf } from './heads.ts';
export { accessJobs, sealAuditJob, sweepSessionsJob } from './jobs.ts';
export { plainLogin } from './login.ts';
export { maskPersonal, maskPhone } from './mask.ts';
export { accessMigrations } from './migrations.ts';
export {
  actionsOf,
  actionText,
  allPermissions,
  definePermissions,
  ensureMay,
  may,
  nameActions,
  type PermissionSentence,
  sentenceKey,
  type Target,
  withheldFields,
} from './permission.ts';
export { type Revealed, reveal } from './reveal.ts';
export { allRoles, isRole, type Role, type RoleDefinition, type RoleScope, roleName, roles } from './role.ts';
export { limitedBy, offIn, type RolesSection, rolesSection } from './roles-section.ts';
export { type SealOptions, sealAudit } from './sealer.ts';
export { bearsSecrecyMark, ensureNotSecret } from './secrecy.ts';
export { cityOfToken, findSignedIn, type SignedIn, sweepSessions } from './session.ts';
export { type SignIn, signIn } from './sign-in.ts';
export { signOut, signOutEverywhere } from './sign-out.ts';
export {
  type Account,
  findAccount,
  findAccountByLogin,
  listAccountNames,
  listAccounts,
} from './store/account.ts';
export { type Grant, listGrants } from './store/grant.ts';
export { type Seat, seatsInForce } from './store/seat.ts';
export { findSession, listSessions, type Session } from './store/session.ts';
export { type AuditVerdict, verifyAudit } from './verify-audit.ts';
