import { defineRefusals, ensure } from '#kernel/refusal';
import { type Role, roleName, roles } from './role.ts';

defineRefusals({
  'grant.administrators_apart': {
    status: 409,
    text: '同一账号不能同时担任「{one}」和「{other}」：系统管理员、安全管理员、审计管理员三员分立，也不得兼任业务角色。请另设账号。',
  },
  'grant.not_to_oneself': {
    status: 409,
    text: '不能给自己的账号授权或收回自己的授权，请由另一名安全管理员办理。',
  },
  'grant.organisation_required': { status: 422, text: '「{role}」须指明所在单位。' },
  'grant.person_required': { status: 422, text: '「{role}」须先把账号与人员对应起来。' },
  'grant.days_reversed': { status: 422, text: '授权的截止日期不能早于开始日期。' },
  'grant.already_held': { status: 409, text: '该账号在同一单位已有「{role}」角色，不必重复授权。' },
});

/** One account never holds two of the three administrators, nor one of them beside a business role. */
export function ensureApart(held: readonly Role[], wanted: Role): void {
  const clash = held.find(
    (one) => one !== wanted && (roles[one].administrator || roles[wanted].administrator),
  );
  ensure(!clash, 'grant.administrators_apart', { one: clash && roleName(clash), other: roleName(wanted) });
}

export type WantedGrant = {
  readonly role: Role;
  readonly orgId?: string | undefined;
  readonly fromOn: string;
  readonly toOn?: string | undefined;
};

/** What a grant needs before it means anything. */
export function ensureMeaningful(wanted: WantedGrant, personId: string | null): void {
  const role = roleName(wanted.role);
  const { scope } = roles[wanted.role];
  ensure(scope !== 'organisation' || wanted.orgId, 'grant.organisation_required', { role });
  ensure(scope !== 'person' || personId, 'grant.person_required', { role });
  ensure(!wanted.toOn || wanted.toOn >= wanted.fromOn, 'grant.days_reversed');
}
