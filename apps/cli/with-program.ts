import { auditRefusal, type City, localOperator, sealAudit } from '#access';
import { Refusal } from '#kernel/refusal';
import { cityFor } from '../program/enter-city.ts';
import { closeProgram, openProgram, type Program } from '../program/program.ts';
import { readSettings } from '../server/settings.ts';

/** Opens the program for one command, whether a server runs or not, and lets go of it again. */
export async function withProgram<T>(work: (program: Program) => Promise<T>): Promise<T> {
  const { settings } = readSettings();
  const { home, databaseUrl, today } = settings;
  const program = await openProgram({
    home,
    ...(databaseUrl ? { url: databaseUrl } : {}),
    today,
    connections: 4,
  });
  try {
    return await work(program);
  } finally {
    await closeProgram(program);
  }
}

/** One act of the local operator in a city: committed, audited and sealed when the command ends. */
export function withCity<T>(named: string, act: (city: City, program: Program) => Promise<T>): Promise<T> {
  return withProgram(async (program) => {
    const cityId = await cityFor(program, named);
    const caller = { cityId, actor: localOperator };
    try {
      return await program.world.open(caller, { readOnly: false, origin: {} }, (city) => act(city, program));
    } catch (error) {
      if (error instanceof Refusal) {
        await auditRefusal(
          program.db,
          caller,
          { action: 'command', object: 'command', objectId: null },
          error,
        );
      }
      throw error;
    } finally {
      await sealAudit(program.db, cityId, { whole: true });
    }
  });
}
