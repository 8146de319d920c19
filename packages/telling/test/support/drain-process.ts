import { openDatabase } from '#db';
import { testSettings } from '#db/testing';
import { drainOutward } from '../../drain.ts';
import { cityId } from './a-city.ts';
import { openOutwardWorld } from './outward.ts';

/** A second instance, to be killed: drains the database named as of the instant named. */
const [database = '', at = ''] = process.argv.slice(2);
openOutwardWorld();
const db = await openDatabase({ ...testSettings(), database });
await drainOutward(db, cityId, { now: () => new Date(at), signal: new AbortController().signal });
