import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export type DatabaseSettings = {
  /** The data folder: the embedded cluster, the files, the audit heads. */
  readonly home: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly url?: string;
  /** `guatu` holds the city, `guatu_demo` the demonstration. With a URL, absent means the URL's own. */
  readonly database?: string;
  /** Set by `serve`: a second one on the same home is refused. */
  readonly exclusive?: boolean;
  readonly connections?: number;
  /** For tests only: leave the embedded server running, and do not wait for the disk. */
  readonly scratch?: boolean;
};

type Environment = { readonly [name: string]: string | undefined };

export const systemHome = '/var/lib/guatu';

/** Where data lives: GUATU_HOME, else /var/lib/guatu for root, else the user's own data folder. */
export function guatuHome(env: Environment = process.env): string {
  if (env['GUATU_HOME']) return resolve(env['GUATU_HOME']);
  if (process.getuid?.() === 0) return systemHome;
  return join(env['XDG_DATA_HOME'] || join(env['HOME'] || homedir(), '.local', 'share'), 'guatu');
}

export function databaseSettings(env: Environment = process.env): DatabaseSettings {
  const home = guatuHome(env);
  return env['GUATU_DATABASE_URL'] ? { home, url: env['GUATU_DATABASE_URL'] } : { home };
}

/** Uploaded files, by content. Part of a backup. */
export const filesFolder = (home: string): string => join(home, 'files');

/** The heads of the audit chains, kept outside the database. Part of a backup. */
export const auditHeadsFolder = (home: string): string => join(home, 'audit');
