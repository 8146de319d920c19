// `node bench/relight.ts HOME CITY-ID`: every light of a city made anew and stored, as after a new rule set. What it
// stored is taken away again, so that the next run does the same.
import { localOperator } from '#access';
import { asTableOwner } from '#db/testing';
import { evaluate, lightsSection, publishRuleSet } from '#engines/indicators';
import { sectionOf } from '#pack';
import { closeProgram, openProgram } from '../apps/program/program.ts';
import { benchDay, lastMonth } from './cities.ts';

const [home = '', id = ''] = process.argv.slice(2);
const cityId = Number(id);
const program = await openProgram({ home, today: benchDay });
try {
  const open = { readOnly: false, origin: {} };
  const caller = { cityId, actor: localOperator };
  await program.world.open(caller, open, async (city) => {
    await publishRuleSet(city, sectionOf(city.pack, lightsSection));
  });
  const began = performance.now();
  const run = await program.world.open(caller, open, (city) =>
    evaluate(city, { asOf: benchDay, month: lastMonth }),
  );
  const seconds = (performance.now() - began) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ lights: run.changed, seconds, megabytes })}\n`);
} finally {
  for (const table of ['light', 'evaluation']) {
    await asTableOwner(
      program.db,
      `delete from city.${table} where city_id = ${cityId} and as_of = '${benchDay}'`,
    );
  }
  await asTableOwner(program.db, `delete from city.rule_set where city_id = ${cityId} and number > 1`);
  await closeProgram(program);
}
