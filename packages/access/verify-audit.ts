import { type Db, inScope, type Tx } from '#db';
import { systemActor } from './actor.ts';
import { type AuditProblem, chainCheck, described } from './chain-check.ts';
import { scopeOf } from './city.ts';
import { type Head, headsFileOf, readHeads } from './heads.ts';
import type { SealedRow } from './seal.ts';
import { countUnsealed, hashesOf, readChain, unsealedRows } from './store/seal.ts';

export type AuditVerdict = {
  readonly ok: boolean;
  readonly sealed: number;
  readonly unsealed: number;
  readonly problems: readonly AuditProblem[];
};

const page = 5_000;
const mostUnsealedNamed = 50;
/** The sealer's usual delay with room to spare; younger rows are counted, not reported. */
const graceMs = 60_000;

/**
 * Recomputes a city's whole chain and compares it with the heads kept outside the database. It only reads, and needs no
 * running server.
 */
export function verifyAudit(
  db: Db,
  cityId: number,
  headsFile = headsFileOf(db, cityId),
): Promise<AuditVerdict> {
  return inScope(db, scopeOf(systemActor, cityId), (tx) => verify(tx, headsFile), {
    readOnly: true,
    isolation: 'repeatable read',
  });
}

async function verify(tx: Tx, headsFile: string): Promise<AuditVerdict> {
  // Read before the chain: the sealer commits first and writes the head afterwards.
  const heads = await collectHeads(headsFile);
  const check = chainCheck(tx.scope.cityId);
  let sealed = 0;
  for (let after = 0n; ; ) {
    const links = await readChain(tx, after, page);
    for (const { seal, row } of links) check.see(seal, row);
    sealed += links.length;
    const end = links.at(-1);
    if (!end) break;
    after = end.seal.number;
  }
  const problems = [
    ...check.finish(),
    ...(await againstHeads(tx, heads, check)),
    ...(await unsealedProblems(tx, new Date())),
  ];
  return { ok: problems.length === 0, sealed, unsealed: await countUnsealed(tx), problems };
}

type Heads = { readonly known: readonly Head[]; readonly unreadable: number };

async function collectHeads(file: string): Promise<Heads> {
  const known: Head[] = [];
  let unreadable = 0;
  let lastWasBad = false;
  for await (const head of readHeads(file)) {
    if (head) known.push(head);
    else unreadable++;
    lastWasBad = head === undefined;
  }
  // A crash may cut the line being written; the next sealing writes it anew.
  return { known, unreadable: lastWasBad ? unreadable - 1 : unreadable };
}

async function againstHeads(
  tx: Tx,
  heads: Heads,
  check: ReturnType<typeof chainCheck>,
): Promise<AuditProblem[]> {
  const last = check.last().number;
  const problems: AuditProblem[] = [];
  if (heads.known.length === 0 && last > 0n) {
    problems.push({
      kind: 'head-mismatch',
      number: last.toString(),
      text: '数据库外没有链头记录，无法排除整体改写',
    });
  }
  if (heads.unreadable > 0) {
    problems.push({ kind: 'head-mismatch', text: `数据库外的链头记录有 ${heads.unreadable} 行无法读取` });
  }
  const furthest = furthestOf(heads.known);
  if (furthest > last) problems.push(truncated(last, furthest));
  const rewritten = await firstRewritten(tx, heads.known, last, check);
  return rewritten ? [...problems, rewritten] : problems;
}

function furthestOf(heads: readonly Head[]): bigint {
  let furthest = 0n;
  for (const { number } of heads) if (number > furthest) furthest = number;
  return furthest;
}

function truncated(last: bigint, furthest: bigint): AuditProblem {
  const left = last === 0n ? '库内封存链已被清空' : `库内封存链止于第 ${last} 号`;
  return {
    kind: 'truncated',
    number: (last + 1n).toString(),
    text: `${left}，而数据库外的链头记到第 ${furthest} 号：第 ${last + 1n} 至第 ${furthest} 号已被截去`,
  };
}

/** The first head that the chain no longer passes through, with the last one before it that still fits. */
async function firstRewritten(
  tx: Tx,
  heads: readonly Head[],
  last: bigint,
  check: ReturnType<typeof chainCheck>,
): Promise<AuditProblem | undefined> {
  let fits = 0n;
  const inside = heads.filter((head) => head.number <= last);
  for (let from = 0; from < inside.length; from += page) {
    const some = inside.slice(from, from + page);
    const hashes = await hashesOf(tx, [...new Set(some.map((head) => head.number))]);
    for (const { number, hash } of some) {
      const stored = hashes.get(number);
      if (stored === hash) fits = number;
      // A missing or flagged number has been reported already.
      else if (stored !== undefined && !check.isFlagged(number)) return rewrittenAt(number, fits);
    }
  }
  return undefined;
}

function rewrittenAt(number: bigint, fits: bigint): AuditProblem {
  const since = fits === 0n ? '' : `（第 ${fits} 号以前相符）`;
  return {
    kind: 'head-mismatch',
    number: number.toString(),
    text: `第 ${number} 号的封存值与数据库外的链头不符${since}：第 ${fits + 1n} 至第 ${number} 号之间被改写`,
  };
}

async function unsealedProblems(tx: Tx, now: Date): Promise<AuditProblem[]> {
  const rows = await unsealedRows(tx, { limit: mostUnsealedNamed, whole: true });
  return rows.filter((row) => isOverdue(row, now)).map(unsealed);
}

function isOverdue(row: SealedRow, now: Date): boolean {
  return now.getTime() - new Date(row.at).getTime() > graceMs;
}

function unsealed(row: SealedRow): AuditProblem {
  return {
    kind: 'unsealed',
    auditId: row.auditId,
    text: `审计记录（${row.auditId}）尚未封存：${described(row)}`,
  };
}
