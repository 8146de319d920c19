import { Type } from 'typebox';
import {
  DayText,
  Done,
  dayText,
  defineRoute,
  InstantText,
  idText,
  Nothing,
  oneOf,
  orNull,
  Page,
  PageInput,
  Versioned,
} from '#http/client';

/** As in the database, so that the list of roles cannot differ between server and screen. */
export const roleIds = [
  'filler',
  'district-filler',
  'district-reviewer',
  'department',
  'coordinator-clerk',
  'coordinator-section-head',
  'coordinator-head',
  'government-office',
  'supervision-office',
  'leader',
  'secretary',
  'system-admin',
  'security-admin',
  'audit-admin',
  'guest',
] as const;

const AccountId = idText<'account'>({ title: '账号编号' });
const Role = oneOf(roleIds, { title: '角色' });
const OneAccount = Type.Object({ id: AccountId });
const OneAccountVersion = Type.Object({ id: AccountId, ...Versioned });
const Login = Type.String({ title: '登录名', minLength: 1, maxLength: 64 });

/** `writeOnly`: no trace of it is kept, not even a hash of the request. */
function passwordText(title: string) {
  return Type.String({ title, minLength: 1, maxLength: 512, writeOnly: true });
}

export const Me = Type.Object({
  accountId: Type.String(),
  login: Type.String(),
  name: Type.String(),
  personId: orNull(Type.String()),
  cityId: Type.Integer(),
  cityName: Type.String(),
  roles: Type.Array(Type.Object({ role: Role, name: Type.String(), orgId: orNull(Type.String()) })),
  orgIds: Type.Array(Type.String()),
  /** `city`: sees every project; `holders`: those of its own organisations and people. */
  reach: oneOf(['city', 'holders']),
  /** What it may do to some object. The client hides the rest; the server decides. */
  actions: Type.Array(Type.String()),
  mustChange: Type.Boolean(),
});

export const signIn = defineRoute({
  method: 'POST',
  path: '/session',
  permission: 'public',
  input: Type.Object({
    cityId: Type.Optional(Type.Integer({ title: '城市' })),
    login: Login,
    password: passwordText('密码'),
  }),
  output: Me,
  refusals: ['signin.wrong', 'signin.locked', 'signin.disabled'],
  summary: '登录',
  atMost: { times: 30, perSeconds: 60 },
});

export const whoAmI = defineRoute({
  method: 'GET',
  path: '/session',
  permission: 'signed-in',
  input: Nothing,
  output: Me,
  refusals: [],
  summary: '当前登录人、角色和可用操作',
});

/** Open to everybody: who has no session any more has signed out already. */
export const signOut = defineRoute({
  method: 'DELETE',
  path: '/session',
  permission: 'public',
  input: Nothing,
  output: Done,
  refusals: [],
  summary: '退出登录',
});

export const signOutEverywhere = defineRoute({
  method: 'POST',
  path: '/session/end-all',
  permission: 'signed-in',
  input: Nothing,
  output: Type.Object({ ended: Type.Integer() }),
  refusals: [],
  summary: '在所有设备上退出登录',
});

export const changePassword = defineRoute({
  method: 'POST',
  path: '/session/password',
  permission: 'signed-in',
  input: Type.Object({
    current: passwordText('原密码'),
    next: passwordText('新密码'),
  }),
  output: Done,
  refusals: [
    'signin.wrong',
    'signin.locked',
    'password.too_short',
    'password.too_long',
    'password.too_simple',
    'password.like_login',
    'password.common',
    'password.unchanged',
  ],
  summary: '修改本人密码，其他设备上的登录随之结束',
  atMost: { times: 10, perSeconds: 60 },
});

/** All that a session may call while its password waits to be changed. */
export const openBeforePasswordChange = [whoAmI, signOut, signOutEverywhere, changePassword].map(
  (route) => `${route.method} ${route.path}`,
);

const SessionView = Type.Object({
  sessionId: idText<'session'>(),
  createdAt: InstantText,
  lastSeenAt: InstantText,
  expiresAt: InstantText,
  ip: orNull(Type.String()),
  userAgent: orNull(Type.String()),
  current: Type.Boolean(),
});

export const listMySessions = defineRoute({
  method: 'GET',
  path: '/session/all',
  permission: 'signed-in',
  input: Nothing,
  output: Type.Array(SessionView),
  refusals: [],
  summary: '本人的登录会话',
});

export const listSessions = defineRoute({
  method: 'GET',
  path: '/accounts/:id/sessions',
  permission: 'session.view',
  input: OneAccount,
  output: Type.Array(SessionView),
  refusals: ['account.not_found'],
  summary: '某账号的登录会话',
});

export const endSessions = defineRoute({
  method: 'POST',
  path: '/accounts/:id/end-sessions',
  permission: 'session.end',
  input: OneAccount,
  output: Type.Object({ ended: Type.Integer() }),
  refusals: ['account.not_found'],
  summary: '强制结束某账号的全部登录会话',
});

export const GrantView = Type.Object({
  grantId: idText<'grant'>(),
  role: Role,
  roleName: Type.String(),
  orgId: orNull(Type.String()),
  fromOn: DayText,
  toOn: orNull(DayText),
});

export const AccountView = Type.Object({
  accountId: AccountId,
  login: Type.String(),
  displayName: Type.String(),
  personId: orNull(Type.String()),
  grants: Type.Array(GrantView),
  mustChange: Type.Boolean(),
  lockedUntil: orNull(InstantText),
  disabledAt: orNull(InstantText),
  createdAt: InstantText,
  lastSeenAt: orNull(InstantText),
  version: Type.Integer(),
});

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/accounts',
  permission: 'account.view',
  input: Type.Object({
    ...PageInput,
    text: Type.Optional(Type.String({ title: '登录名或姓名', maxLength: 64 })),
    role: Type.Optional(Role),
    orgId: Type.Optional(idText({ title: '单位' })),
    state: Type.Optional(oneOf(['usable', 'locked', 'disabled'], { title: '状态' })),
  }),
  output: Page(AccountView),
  refusals: [],
  summary: '账号清单',
});

export const createAccount = defineRoute({
  method: 'POST',
  path: '/accounts',
  permission: 'account.create',
  input: Type.Object({
    login: Login,
    displayName: Type.String({ title: '使用人姓名或岗位', minLength: 1, maxLength: 64 }),
    personId: Type.Optional(idText({ title: '人员' })),
  }),
  output: Type.Object({ accountId: AccountId, oneTimePassword: Type.String() }),
  refusals: ['account.login_malformed', 'account.login_taken', 'account.name_missing'],
  summary: '开设账号，返回一次性密码',
  secretAnswer: true,
});

const administration = ['account.not_found', 'account.not_oneself', 'account.administrator_on_site'];

export const disableAccount = defineRoute({
  method: 'POST',
  path: '/accounts/:id/disable',
  permission: 'account.disable',
  input: OneAccountVersion,
  output: Done,
  refusals: [...administration, 'http.stale_version'],
  summary: '停用账号，其登录会话随之结束',
});

export const enableAccount = defineRoute({
  method: 'POST',
  path: '/accounts/:id/enable',
  permission: 'account.disable',
  input: OneAccountVersion,
  output: Done,
  refusals: [...administration, 'http.stale_version'],
  summary: '恢复已停用的账号',
});

export const resetPassword = defineRoute({
  method: 'POST',
  path: '/accounts/:id/reset-password',
  permission: 'account.reset-password',
  input: OneAccount,
  output: Type.Object({ oneTimePassword: Type.String() }),
  refusals: administration,
  summary: '重置密码，返回一次性密码，登录会话随之结束',
  secretAnswer: true,
});

export const giveRole = defineRoute({
  method: 'POST',
  path: '/accounts/:id/grants',
  permission: 'grant.give',
  input: Type.Object({
    id: AccountId,
    role: Role,
    orgId: Type.Optional(idText({ title: '单位' })),
    fromOn: Type.Optional(dayText({ title: '开始日期' })),
    toOn: Type.Optional(dayText({ title: '截止日期（当日起失效）' })),
  }),
  output: Type.Object({ grantId: idText<'grant'>() }),
  refusals: [
    'account.not_found',
    'grant.administrators_apart',
    'grant.not_to_oneself',
    'grant.organisation_required',
    'grant.person_required',
    'grant.no_such_organisation',
    'grant.days_reversed',
    'grant.already_held',
  ],
  summary: '授予角色',
});

export const takeRole = defineRoute({
  method: 'POST',
  path: '/grants/:id/revoke',
  permission: 'grant.revoke',
  input: Type.Object({ id: idText<'grant'>({ title: '授权编号' }) }),
  output: Done,
  refusals: ['grant.not_found', 'grant.ended', 'grant.not_to_oneself'],
  summary: '收回角色，当日生效',
});

export const listRoles = defineRoute({
  method: 'GET',
  path: '/roles',
  permission: 'permission.view',
  input: Nothing,
  output: Type.Array(
    Type.Object({
      role: Role,
      name: Type.String(),
      scope: oneOf(['city', 'organisation', 'person', 'none']),
      administrator: Type.Boolean(),
    }),
  ),
  refusals: [],
  summary: '角色清单',
});

export const listPermissions = defineRoute({
  method: 'GET',
  path: '/permissions',
  permission: 'permission.view',
  input: Nothing,
  output: Type.Array(
    Type.Object({
      action: Type.String(),
      sentence: Type.String(),
      /** Roles for which the city switched it off. */
      off: Type.Array(Type.String()),
    }),
  ),
  refusals: [],
  summary: '全部权限规则，逐条成句',
});
