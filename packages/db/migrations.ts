import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Migration = {
  readonly owner: string;
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
};

/** The migrations of one owner (an engine, a feature, a package), which run after those of `after`. */
export type Migrations = {
  readonly owner: string;
  readonly after: readonly string[];
  readonly steps: readonly Migration[];
};

/** Reads `0001-what-it-does.sql` and so on from the owner's folder; a gap or a repeated number is a defect. */
export function defineMigrations(owner: string, after: readonly string[], folder: string | URL): Migrations {
  const path = folder instanceof URL || folder.startsWith('file:') ? fileURLToPath(folder) : folder;
  const files = readdirSync(path)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const steps = files.map((file, index): Migration => {
    const number = Number(file.slice(0, 4));
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file) || number !== index + 1) {
      throw new Error(`${owner}: expected migration ${index + 1}, found ${file}`);
    }
    const text = readFileSync(join(path, file), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    return { owner, number, name: file.slice(5, -4), text, checksum };
  });
  return { owner, after, steps };
}

/** What every database starts from: the two schemas, the functions of the scope, the platform's own tables. */
export const baseMigrations = defineMigrations('db', [], new URL('./migrations/', import.meta.url));

/** Every step in the order of their owners, the base first. */
export function orderedSteps(owners: readonly Migrations[]): Migration[] {
  const all = new Map([baseMigrations, ...owners].map((migrations) => [migrations.owner, migrations]));
  const placed = new Set<string>();
  const order: Migrations[] = [];
  const place = (owner: string, path: readonly string[]) => {
    if (placed.has(owner)) return;
    if (path.includes(owner))
      throw new Error(`migrations wait for each other: ${[...path, owner].join(' -> ')}`);
    const migrations = all.get(owner);
    if (!migrations) throw new Error(`migrations of ${path.at(-1)} run after ${owner}, which was not given`);
    for (const earlier of migrations.after) place(earlier, [...path, owner]);
    placed.add(owner);
    order.push(migrations);
  };
  for (const owner of all.keys()) place(owner, []);
  return order.flatMap((migrations) => migrations.steps);
}
