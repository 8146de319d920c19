import { defineMigrations, type Scope, type Tx } from '../index.ts';
import { onConnection } from '../transaction.ts';

export const sampleMigrations = defineMigrations('sample', ['db'], new URL('./sample/', import.meta.url));

export const inCity = (cityId: number, rest: Partial<Scope> = {}): Scope => ({
  cityId,
  actorId: 'clerk',
  reach: 'city',
  holders: [],
  ...rest,
});

export async function query(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  return onConnection(tx, async (client) => (await client.query(text, [...values])).rows);
}
