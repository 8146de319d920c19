import { isId } from '#kernel/id';

/** Whose eyes a transaction has: one city, one actor, and either the whole city or the projects of some holders. */
export type Scope = {
  readonly cityId: number;
  readonly actorId: string;
  readonly reach: 'city' | 'holders' | 'system';
  readonly holders: readonly string[];
  /** The audit administrator's transactions read what others did; those of everybody else only add to it. */
  readonly readsAudit?: boolean;
};

/** The settings that row security reads, for this transaction only. A bad scope is a defect, not a refusal. */
export function scopeStatement(scope: Scope, quote: (text: string) => string): string {
  if (!Number.isInteger(scope.cityId) || scope.cityId <= 0) throw new Error(`not a city id: ${scope.cityId}`);
  const stranger = scope.holders.find((holder) => !isId(holder));
  if (stranger !== undefined) throw new Error(`not a holder id: ${stranger}`);
  return [
    `set local guatu.city = ${quote(String(scope.cityId))}`,
    `set local guatu.actor = ${quote(scope.actorId)}`,
    `set local guatu.reach = ${quote(scope.reach)}`,
    `set local guatu.holders = ${quote(`{${scope.holders.join(',')}}`)}`,
    ...(scope.readsAudit ? ["set local guatu.reads_audit = 'on'"] : []),
  ].join('; ');
}
