// `node bench/export-rows.ts HOME CITY-ID [DISTRICT]`: the list of 2025 as a workbook, of one district or of the whole
// city, as the screen's button makes it. Prints rows, time and the most memory this process ever held.
import { once } from 'node:events';
import { localOperator } from '#access';
import { closeProgram, openProgram } from '../apps/program/program.ts';
import { exportProjects } from '../features/projects/acts/export-projects.ts';
import { benchDay } from './cities.ts';

const [home = '', cityId = '', district] = process.argv.slice(2);
const program = await openProgram({ home, today: benchDay });
try {
  const began = performance.now();
  const caller = { cityId: Number(cityId), actor: localOperator };
  const file = await program.world.open(caller, { readOnly: false, origin: {} }, (city) =>
    exportProjects(city, { year: 2025, ...(district ? { district: district as never } : {}) }),
  );
  let bytes = 0;
  file.stream.on('data', (part: Buffer) => {
    bytes += part.length;
  });
  await once(file.stream, 'end');
  const seconds = (performance.now() - began) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ bytes, seconds, megabytes })}\n`);
} finally {
  await closeProgram(program);
}
