/** A program on a home, as a process of its own: `node program.ts HOME serve|share`. Ends when its input ends. */
import { closeDatabase, inPlatform, openDatabase } from '../index.ts';
import { onConnection } from '../transaction.ts';

const [home = '', mode] = process.argv.slice(2);
try {
  const db = await openDatabase({ home, exclusive: mode === 'serve' });
  await inPlatform(db, (tx) => onConnection(tx, (client) => client.query('select 1')));
  process.stdout.write('open\n');
  for await (const _ of process.stdin);
  await closeDatabase(db);
} catch (error) {
  process.stdout.write(`${(error as { code?: string }).code} ${(error as Error).message}\n`);
  process.exitCode = 1;
}
