import { chainOrigin, type Seal, type SealedRow, sealHash } from './seal.ts';

export type AuditProblem = {
  readonly kind: 'altered' | 'deleted' | 'reordered' | 'missing' | 'unsealed' | 'head-mismatch' | 'truncated';
  readonly number?: string;
  readonly auditId?: string;
  readonly text: string;
};

type Suspect = { readonly seal: Seal; readonly row: SealedRow };

/** Above this the rows are reported as altered without asking which of them changed places. */
const mostCompared = 300;

/**
 * Walks a chain in its order. Every seal is judged by the hash before it as it was stored, so that one bad row does not
 * accuse all that follow it.
 */
export function chainCheck(cityId: number) {
  const problems: AuditProblem[] = [];
  const suspects: Suspect[] = [];
  const flagged = new Set<bigint>();
  let last: { number: bigint; hash: string; seal?: Seal } = { number: 0n, hash: chainOrigin(cityId) };

  function see(seal: Seal, row: SealedRow | undefined): void {
    const gap = seal.number !== last.number + 1n;
    if (gap) problems.push(missing(last.number + 1n, seal.number - 1n));
    const linked = gap || seal.prevHash === last.hash;
    if (!row) {
      flag(seal, deleted(seal));
    } else if (sealHash(seal.number, seal.prevHash, row) !== seal.hash) {
      flagged.add(seal.number);
      suspects.push({ seal, row });
    } else if (!linked && last.seal && !flagged.has(last.number)) {
      // The seal before was rewritten together with its row: it fits itself, but not its successor.
      flag(last.seal, resealed(last.seal));
    } else if (!linked && !last.seal) {
      flag(seal, altered(seal, row));
    }
    last = { number: seal.number, hash: seal.hash, seal };
  }

  function flag(seal: Seal, problem: AuditProblem): void {
    flagged.add(seal.number);
    problems.push(problem);
  }

  function finish(): AuditProblem[] {
    const judged = suspects.map((one) =>
      changedPlaces(one, suspects) ? reordered(one) : altered(one.seal, one.row),
    );
    return [...problems, ...judged].sort((a, b) => Number(BigInt(a.number ?? 0) - BigInt(b.number ?? 0)));
  }

  return { see, finish, last: () => last, isFlagged: (number: bigint) => flagged.has(number) };
}

/** Does another suspect's row, or another suspect's number, make the hash come out right? */
function changedPlaces({ seal, row }: Suspect, suspects: readonly Suspect[]): boolean {
  if (suspects.length > mostCompared) return false;
  return suspects.some(
    (other) =>
      other.seal !== seal &&
      (sealHash(seal.number, seal.prevHash, other.row) === seal.hash ||
        sealHash(other.seal.number, seal.prevHash, row) === seal.hash),
  );
}

function missing(from: bigint, to: bigint): AuditProblem {
  const span = from === to ? `第 ${from} 号` : `第 ${from} 至第 ${to} 号`;
  return { kind: 'missing', number: from.toString(), text: `${span}封存记录缺失` };
}

function deleted(seal: Seal): AuditProblem {
  const { number, auditId } = seal;
  return {
    kind: 'deleted',
    number: number.toString(),
    auditId,
    text: `第 ${number} 号审计记录（${auditId}）已被删除，封存值仍在`,
  };
}

function altered(seal: Seal, row: SealedRow): AuditProblem {
  return {
    kind: 'altered',
    number: seal.number.toString(),
    auditId: seal.auditId,
    text: `第 ${seal.number} 号审计记录（${seal.auditId}）内容与封存时不符，现内容为：${described(row)}`,
  };
}

function resealed(seal: Seal): AuditProblem {
  return {
    kind: 'altered',
    number: seal.number.toString(),
    auditId: seal.auditId,
    text: `第 ${seal.number} 号审计记录（${seal.auditId}）连同其封存值被改写，与下一号封存值不衔接`,
  };
}

function reordered({ seal, row }: Suspect): AuditProblem {
  return {
    kind: 'reordered',
    number: seal.number.toString(),
    auditId: seal.auditId,
    text: `第 ${seal.number} 号位置的审计记录（${seal.auditId}）被调换了次序，现内容为：${described(row)}`,
  };
}

export function described(row: SealedRow): string {
  return `${row.at} ${row.actorName} ${row.action} ${row.objectId ?? row.object}`;
}
