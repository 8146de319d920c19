import { sql } from 'kysely';
import { type Db, inPlatform, type PlatformTx, tables } from '#db';

export type JobState = {
  readonly id: string;
  readonly dueAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
};

/** Enters a job that was never seen before, due at once. */
export async function enterJob(tx: PlatformTx, id: string, at: Date): Promise<void> {
  await sql`insert into platform.job (id, due_at) values (${id}, ${at}) on conflict (id) do nothing`.execute(
    tables(tx),
  );
}

/**
 * Takes the job if it is due and no instance has it. The row stays locked until the transaction ends, so an
 * instance that dies lets go of its job by itself.
 */
export async function takeJob(tx: PlatformTx, id: string, at: Date): Promise<boolean> {
  const found = await sql`
    select id from platform.job where id = ${id} and due_at <= ${at} for update skip locked`.execute(
    tables(tx),
  );
  return found.rows.length > 0;
}

export async function finishJob(
  tx: PlatformTx,
  job: { readonly id: string; readonly startedAt: Date; readonly finishedAt: Date; readonly dueAt: Date },
  failure: string | null,
): Promise<void> {
  await sql`
    update platform.job set started_at = ${job.startedAt}, finished_at = ${job.finishedAt}, due_at = ${job.dueAt},
      failure = ${failure}
    where id = ${job.id}`.execute(tables(tx));
}

/** How every job stands, for the doctor and the administrators' page. */
export async function jobStates(db: Db): Promise<readonly JobState[]> {
  return inPlatform(db, async (tx) => {
    const found = await sql<JobState>`
      select id, due_at as "dueAt", started_at as "startedAt", finished_at as "finishedAt", failure
      from platform.job order by id`.execute(tables(tx));
    return found.rows;
  });
}
