import { Command, CommanderError } from 'commander';
import { addBulletin } from './commands/bulletin.ts';
import { addDispatch } from './commands/dispatch.ts';
import { addHolidays } from './commands/holidays.ts';
import { addImport } from './commands/import.ts';
import { addLights } from './commands/lights.ts';
import { addMaintenance } from './commands/maintenance.ts';
import { addMatters } from './commands/matters.ts';
import { addPack } from './commands/pack.ts';
import { addPeriod } from './commands/period.ts';
import { addPolicy } from './commands/policy.ts';
import { addServe } from './commands/serve.ts';
import { addUserCommand } from './commands/user.ts';
import { addWorkbooks } from './commands/workbooks.ts';
import { addWorkdays } from './commands/workdays.ts';
import { localise } from './localise.ts';
import { tellFailure } from './print.ts';

// Whoever reads the answer may stop reading (`| head`): the work goes on, the rest is not said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const program = new Command('guatu')
  .description('挂图：重点项目与投资工作的挂图作战系统')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand(false)
  .exitOverride();

for (const add of [
  addServe,
  addPack,
  addImport,
  addLights,
  addPeriod,
  addPolicy,
  addBulletin,
  addDispatch,
  addMaintenance,
  addUserCommand,
  addWorkbooks,
  addMatters,
  addWorkdays,
  addHolidays,
])
  add(program);
localise(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    tellFailure(error, { json: process.argv.includes('--json') });
    process.exitCode = 1;
  }
}
