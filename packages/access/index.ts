export {
  type Actor,
  actorFrom,
  anonymousActor,
  type HeldRole,
  holdsRole,
  localOperator,
  systemActor,
} from './actor.ts';
export { type AuditEntry, audit } from './audit.ts';
export { type City, type Origin, scopeOf } from './city.ts';
export { ensureDifferentPerson } from './denied.ts';
export { maskPersonal, maskPhone } from './mask.ts';
export {
  actionsOf,
  actionText,
  allPermissions,
  definePermissions,
  ensureMay,
  may,
  type PermissionSentence,
  type Target,
  withheldFields,
} from './permission.ts';
export { allRoles, isRole, type Role, type RoleScope, roleName, roles } from './role.ts';
