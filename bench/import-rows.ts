// `node bench/import-rows.ts HOME FILE`: one yearly list of a workbook into an empty city, as the command line and the
// screen import it, in a process of its own. Prints the time of the import and the most memory the process ever held.
import { readFileSync } from 'node:fs';
import { localOperator } from '#access';
import { asTableOwner } from '#db/testing';
import { cityFor } from '../apps/program/enter-city.ts';
import { closeProgram, openProgram } from '../apps/program/program.ts';
import { importWorkbook } from '../features/intake/acts/take-workbook.ts';

const database = 'guatu_bench_import';
const [home = '', file = '', pack = ''] = process.argv.slice(2);
const program = await openProgram({ home, database, today: '2025-01-10' });
await asTableOwner(program.db, 'select 1');
try {
  const cityId = await cityFor(program, pack);
  const sent = { name: '年度清单.xlsx', bytes: readFileSync(file) };
  const asked = {
    ...{
      kind: 'projects' as const,
      year: 2025,
      month: null,
      receivedOn: '2025-01-10' as const,
      sender: null,
    },
  };
  const options = { acceptGood: false, acceptSimilar: false, reason: null, approver: null };
  const began = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await program.world.open(
    { cityId, actor: localOperator },
    { readOnly: false, origin: {} },
    (city) => importWorkbook(city, asked, sent, options),
  );
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const cpuSeconds = (user + system) / 1e6;
  process.stdout.write(`${JSON.stringify({ rows: outcome.written, seconds, cpuSeconds, megabytes })}\n`);
} finally {
  await closeProgram(program);
}
