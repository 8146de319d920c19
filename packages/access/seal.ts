import { sm3 } from '#kernel/sm3';

/** An audit row in texts exactly as the database holds it: instants to the microsecond, details as stored. */
export type SealedRow = {
  readonly auditId: string;
  readonly at: string;
  readonly accountId: string;
  readonly actorName: string;
  readonly roles: readonly string[];
  readonly ip: string | null;
  readonly action: string;
  readonly object: string;
  readonly objectId: string | null;
  readonly outcome: string;
  readonly personalData: boolean;
  readonly details: string;
};

export type Seal = {
  readonly number: bigint;
  readonly auditId: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** What the first seal of a city's chain builds upon. */
export function chainOrigin(cityId: number): string {
  return sm3(`guatu audit ${cityId}`);
}

/** SM3 over canonical JSON (keys in alphabetical order, no spaces) of the number, the hash before it and the row. */
export function sealHash(number: bigint, prevHash: string, row: SealedRow): string {
  return sm3(
    JSON.stringify({
      accountId: row.accountId,
      action: row.action,
      actorName: row.actorName,
      at: row.at,
      auditId: row.auditId,
      details: row.details,
      ip: row.ip,
      number: number.toString(),
      object: row.object,
      objectId: row.objectId,
      outcome: row.outcome,
      personalData: row.personalData,
      prevHash,
      roles: row.roles,
    }),
  );
}

/** The next seals of a chain, one per row in the order given. */
export function sealRows(
  tail: { readonly number: bigint; readonly hash: string },
  rows: readonly SealedRow[],
): Seal[] {
  let { number, hash } = tail;
  return rows.map((row) => {
    const prevHash = hash;
    number += 1n;
    hash = sealHash(number, prevHash, row);
    return { number, auditId: row.auditId, prevHash, hash };
  });
}
