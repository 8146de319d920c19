import type { Settings } from '../server/settings-schema.ts';
import { fillDemonstration } from './demonstration.ts';
import { closeProgram, isSetUp, openProgram, type Program } from './program.ts';

/** The city's own database once somebody can sign in there; until then the demonstration, made on first use. */
export async function openProgramToServe(settings: Settings, say: (line: string) => void): Promise<Program> {
  const { home, databaseUrl, today, publicOrigins, outwardTargets } = settings;
  const [origin = `${settings.https ? 'https' : 'http'}://${settings.host}:${settings.port}`] = publicOrigins;
  const url = databaseUrl ? { url: databaseUrl } : {};
  const base = { home, ...url, today, origin, outwardTargets, exclusive: true };
  const own = await openProgram(base);
  if (await isSetUp(own)) return own;
  try {
    const { exclusive: _, ...shared } = base;
    const demonstration = await openProgram({ ...shared, database: 'guatu_demo', demonstration: true });
    await fillDemonstration(demonstration, say);
    return { ...demonstration, alsoOpen: [own] };
  } catch (error) {
    await closeProgram(own);
    throw error;
  }
}
