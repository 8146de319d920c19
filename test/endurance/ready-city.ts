import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeHome } from '#db/testing';
import { freePort } from '../support/free-port.ts';
import { workingCity } from '../support/working-city.ts';
import { findHarm } from './find-harm.ts';
import { killingRound, type RoundReport } from './round.ts';

type Measure = { readonly acknowledgements: number; readonly kills: number };

/** A city with forty projects in a home of its own, and people who report and evaluate there, for as many rounds as wanted. */
export async function readyCity() {
  // Named so that the next test run clears it away should this one be killed.
  const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-kill-`)));
  const remove = () => removeHome(home);
  const logs: string[] = [];
  try {
    const city = await workingCity(home, { projects: 40, today: '2023-12-20' });
    const filler = await city.person('tianbao', 'district-filler');
    const coordinator = await city.person('keyuan', 'coordinator-clerk');
    return {
      city,
      logs,
      remove,
      /** One round, and the harm found after it in this and all earlier ones. */
      round: async (seed: number, measure: Measure): Promise<RoundReport & { harm: string[] }> => {
        const log = join(home, `acknowledged-${logs.length + 1}.jsonl`);
        logs.push(log);
        const plan = { filler, coordinator, port: await freePort(), seed, log, ...measure };
        const report = await killingRound(city, plan);
        return { ...report, harm: await findHarm(city, logs) };
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
