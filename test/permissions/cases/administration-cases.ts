import * as audit from '../../../features/audit/contract.ts';
import * as cities from '../../../features/cities/contract.ts';
import * as desk from '../../../features/desk/contract.ts';
import { exportTable } from '../../../features/exports/contract.ts';
import * as identity from '../../../features/identity/contract.ts';
import { password } from '../support/seat-people.ts';
import { type Asking, type RouteCase, routeCase, type States } from './case.ts';

/** Somebody else in business, an administrator, and oneself. */
function eachAccount(more: (accountId: string, city: Asking['city']) => object = () => ({})): States {
  const about = (accountId: string, city: Asking['city']) => ({ id: accountId, ...more(accountId, city) });
  return {
    业务账号: ({ city }) => about(city.targets.business.accountId, city),
    管理员账号: ({ city }) => about(city.targets.administrator.accountId, city),
    本人账号: ({ city, seat }) => about(seat.accountId || city.targets.business.accountId, city),
  };
}

const anyAccount = ({ city }: Asking) =>
  Object.values(city.targets).map(({ accountId }) => ({ id: accountId }));
const version = 1;

const accountCases: readonly RouteCase[] = [
  routeCase(identity.listAccounts, 'city', () => ({})),
  routeCase(identity.createAccount, 'city', () => ({ login: 'xinren', displayName: '新人' })),
  routeCase(
    identity.disableAccount,
    'city',
    eachAccount(() => ({ version })),
  ),
  routeCase(
    identity.enableAccount,
    'city',
    eachAccount(() => ({ version })),
  ),
  routeCase(identity.resetPassword, 'city', eachAccount()),
  routeCase(
    identity.giveRole,
    'city',
    eachAccount(() => ({ role: 'government-office' })),
  ),
  routeCase(identity.takeRole, 'city', {
    他人授权: ({ city }) => Object.values(city.targets).map(({ grantId }) => ({ id: grantId })),
    本人授权: ({ city, seat }) => ({ id: seat.grantId || city.targets.business.grantId }),
  }),
  routeCase(identity.listSessions, 'city', anyAccount),
  routeCase(identity.endSessions, 'city', anyAccount),
  routeCase(identity.listRoles, 'nothing', () => ({})),
  routeCase(identity.listPermissions, 'nothing', () => ({})),
];

const sessionCases: readonly RouteCase[] = [
  routeCase(identity.signIn, 'nothing', ({ city }) => ({ cityId: city.cityId, login: 'target', password })),
  routeCase(identity.whoAmI, 'nothing', () => ({})),
  routeCase(identity.signOut, 'nothing', () => ({})),
  routeCase(identity.signOutEverywhere, 'nothing', () => ({})),
  routeCase(identity.changePassword, 'nothing', () => ({ current: password, next: 'Qiufeng@2024' })),
  routeCase(identity.listMySessions, 'nothing', () => ({})),
  routeCase(desk.desk, 'nothing', () => ({})),
  routeCase(exportTable, 'nothing', () => ({
    title: '表',
    columns: [{ title: '名称', number: false }],
    rows: [['甲']],
  })),
  routeCase(cities.listCities, 'nothing', () => ({})),
];

const auditCases: readonly RouteCase[] = [
  routeCase(audit.listAudit, 'city', () => ({})),
  routeCase(audit.auditDays, 'city', () => ({})),
  routeCase(audit.exportAudit, 'city', () => ({})),
  routeCase(audit.verifyAudit, 'city', () => ({})),
];

export const administrationCases = [...accountCases, ...sessionCases, ...auditCases];
