/** What one may do in a city. A role is granted to an account, mostly for one organisation, with dates. */
export type Role =
  | 'filler'
  | 'district-filler'
  | 'district-reviewer'
  | 'department'
  | 'coordinator-clerk'
  | 'coordinator-section-head'
  | 'coordinator-head'
  | 'government-office'
  | 'supervision-office'
  | 'leader'
  | 'secretary'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'
  | 'guest';

/**
 * How far a role sees: the whole city, the objects held by its organisation and what lies below it, the objects
 * held by the person, or no project details at all.
 */
export type RoleScope = 'city' | 'organisation' | 'person' | 'none';

export type RoleDefinition = {
  readonly name: string;
  readonly scope: RoleScope;
  /** One of the three administrators, who are kept apart from each other and from all business. */
  readonly administrator: boolean;
};

function business(name: string, scope: RoleScope): RoleDefinition {
  return { name, scope, administrator: false };
}

function administrator(name: string): RoleDefinition {
  return { name, scope: 'none', administrator: true };
}

export const roles: Readonly<Record<Role, RoleDefinition>> = {
  filler: business('填报人', 'organisation'),
  'district-filler': business('区市县填报员', 'organisation'),
  'district-reviewer': business('区市县审核员', 'organisation'),
  department: business('市直部门经办人', 'organisation'),
  'coordinator-clerk': business('市发展改革委经办人', 'city'),
  'coordinator-section-head': business('市发展改革委处室负责人', 'city'),
  'coordinator-head': business('市发展改革委负责人', 'city'),
  'government-office': business('市政府办公室', 'city'),
  'supervision-office': business('督考办', 'city'),
  leader: business('市领导', 'city'),
  secretary: business('服务秘书', 'person'),
  'system-admin': administrator('系统管理员'),
  'security-admin': administrator('安全管理员'),
  'audit-admin': administrator('审计管理员'),
  guest: business('访客', 'none'),
};

export const allRoles = Object.keys(roles) as readonly Role[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}

export function roleName(role: Role): string {
  return roles[role].name;
}
