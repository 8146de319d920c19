import { openDatabase } from '#db';
import { testSettings } from '#db/testing';
import { sweepMatters } from '#engines/matters';
import { inLadderCity, ladderPack } from './ladder-city.ts';

/** An instance to be killed: one piece of a sweep is committed, the next done and held open for ever. */
const [database = '', packId = '', at = ''] = process.argv.slice(2);
const db = await openDatabase({ ...testSettings(), database });
const situation = { pack: ladderPack(packId), at: new Date(at), asSystem: true } as const;
await inLadderCity(db, situation, (city) => sweepMatters(city, 2));
await inLadderCity(db, situation, async (city) => {
  await sweepMatters(city, 2);
  process.stdout.write('holding\n');
  await new Promise((never) => setTimeout(never, 600_000));
});
