import { type City, ensureMay } from '#access';
import { getPeriod, lockChainRows, type Period, subjectHolders } from '#engines/indicators';
import type { ProjectId } from '#engines/registry';
import type { Month } from '#kernel/month';
import { ensure, Refusal, refusalText } from '#kernel/refusal';
import { verifiedState } from '../contract.ts';
import { type GatheredRow, gatherRows } from './gather-rows.ts';

export type AskedRow = { readonly projectId: ProjectId; readonly expectedVersion: number };

type Line = { readonly code: string; readonly about: string; readonly text: string };

/** What is to become of one row: done with it, nothing to do, or a question back. */
export type Judged<M> =
  | { readonly move: M; readonly contradictions?: Line[] }
  | { readonly outcome: 'unchanged' | 'unconfirmed'; readonly contradictions?: Line[] };

export type RowOutcome = {
  readonly projectId: ProjectId;
  readonly outcome: 'done' | 'unchanged' | 'stale' | 'unconfirmed' | 'refused';
  readonly version: number;
  readonly state: string;
  readonly code: string | null;
  readonly text: string | null;
  readonly contradictions: Line[];
};

type Deed<R extends AskedRow, M> = {
  readonly action: string;
  /** May refuse; the refusal stands in the row's answer and the others go on. */
  readonly judge: (one: GatheredRow, asked: R, period: Period) => Judged<M>;
  /** Whether the row stands already as asked for, by this very actor: then a retry has nothing to do. */
  readonly isDone: (one: GatheredRow, asked: R) => boolean;
  readonly write: (moves: readonly { readonly one: GatheredRow; readonly move: M }[]) => Promise<void>;
};

/**
 * Takes rows one by one and writes the good ones together. The rows are locked first, so what was judged is what is
 * written. A row outside the caller's scope, or of no project at all, refuses the whole request: no screen offers it.
 */
export async function actOnRows<R extends AskedRow, M>(
  city: City,
  { month, rows }: { month: Month; rows: readonly R[] },
  { action, judge, isDone, write }: Deed<R, M>,
): Promise<{ results: RowOutcome[] }> {
  const period = await openPeriod(city, month);
  const ids = [...new Set(rows.map(({ projectId }) => projectId))];
  const holders = await subjectHolders(city, ids);
  for (const id of ids) ensureMay(city, action, { holders: holders.get(id) ?? [] });
  await lockChainRows(city, month, ids);
  const found = new Map<string, GatheredRow>(
    (await gatherRows(city, month, ids)).map((one) => [one.project.projectId, one]),
  );
  for (const id of ids) ensure(found.has(id) || holders.has(id), 'project.not_found');
  const moves: { one: GatheredRow; move: M }[] = [];
  const seen = new Set<string>();
  const results = rows.map((asked): RowOutcome => {
    const { projectId } = asked;
    const one = found.get(projectId);
    const answer = answerOf(projectId, one);
    if (!one) return refused(answer, new Refusal('project.not_found'));
    const again = seen.has(projectId);
    seen.add(projectId);
    if (!again && isDone(one, asked)) return { ...answer, outcome: 'unchanged' };
    if (again || one.version !== asked.expectedVersion) return { ...answer, outcome: 'stale' };
    try {
      const judged = judge(one, asked, period);
      const contradictions = judged.contradictions ?? [];
      if (!('move' in judged)) return { ...answer, outcome: judged.outcome, contradictions };
      moves.push({ one, move: judged.move });
      return { ...answer, outcome: 'done', contradictions };
    } catch (error) {
      if (error instanceof Refusal) return refused(answer, error);
      throw error;
    }
  });
  await write(moves);
  return { results: await asTheyStand(city, month, results) };
}

async function openPeriod(city: City, month: Month): Promise<Period> {
  const period = await getPeriod(city, month);
  ensure(!period.lock, 'period.locked', { month });
  const { opensOn } = period.days;
  ensure(city.today >= opensOn, 'period.not_open', { month, opensOn });
  return period;
}

function answerOf(projectId: ProjectId, one: GatheredRow | undefined): RowOutcome {
  return {
    ...{ projectId, outcome: 'stale', version: one?.version ?? 0, state: one?.state ?? verifiedState },
    ...{ code: null, text: null, contradictions: [] },
  };
}

function refused(answer: RowOutcome, refusal: Refusal): RowOutcome {
  return { ...answer, outcome: 'refused', code: refusal.code, text: refusalText(refusal) };
}

async function asTheyStand(city: City, month: Month, results: readonly RowOutcome[]): Promise<RowOutcome[]> {
  const done = results.filter(({ outcome }) => outcome === 'done').map(({ projectId }) => projectId);
  if (done.length === 0) return [...results];
  const rows = await lockChainRows(city, month, done);
  return results.map((one) => {
    const row = one.outcome === 'done' ? rows.get(one.projectId) : undefined;
    return row ? { ...one, version: row.version, state: row.state } : one;
  });
}
