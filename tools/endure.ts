// `npm run endure [ROUNDS] [SEED]`: kills server and database again and again while an outside client writes (20
// rounds unless told otherwise), and compares what was acknowledged with what is there. Ends 1 on the first harm.
import { readyCity } from '../test/endurance/ready-city.ts';
import { told } from '../test/endurance/told.ts';

const [rounds = 20, firstSeed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const scene = await readyCity();
let acknowledged = 0;
let kills = 0;
let troubles: readonly string[] = [];
try {
  for (let round = 0; round < rounds && troubles.length === 0; round++) {
    const seed = firstSeed + round;
    const report = await scene.round(seed, { acknowledgements: 1000, kills: 2 });
    acknowledged += report.acknowledged;
    kills += Object.values(report.kills).reduce((sum, times) => sum + times, 0);
    troubles = [...report.faults, ...report.harm];
    console.log(`round ${round + 1} of ${rounds}, ${told(seed, report)}`);
    for (const words of report.failedStarts) console.log(`a start failed: ${words}`);
  }
} finally {
  await scene.remove();
}
for (const trouble of troubles) console.error(trouble);
console.log(
  `${acknowledged} writes acknowledged, ${kills} kills, ${troubles.length} found lost, doubled or half written`,
);
process.exit(troubles.length > 0 ? 1 : 0);
