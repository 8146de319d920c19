import type pg from 'pg';
import type { Refusal } from '#kernel/refusal';

/** `app` is the program: rows under row security. `owner` owns the tables: migrations, backup, restore. */
export type ServerRole = 'app' | 'owner';

/** A PostgreSQL server, embedded or remote, as the rest of the package sees it. */
export type Server = {
  readonly defaultDatabase: string;
  config(role: ServerRole, database: string): pg.ClientConfig;
  /** Creates the database unless it is there. */
  ensureDatabase(database: string): Promise<void>;
  /** Resolves when the server answers, as far as this process can tell. */
  ready(): Promise<void>;
  /** Why the server could not be started again, while it cannot. */
  trouble(): Refusal | undefined;
  release(): Promise<void>;
};
