import { join } from 'node:path';
import { type Db, listCities } from '#db';
import {
  apiPrefix,
  type Implementation,
  mount,
  openApi,
  openServer,
  type Server,
  type ServerOptions,
  type ServerWorld,
} from '#http';
import { serveWeb } from './serve-web.ts';
import type { Settings } from './settings-schema.ts';

export type ServerParts = {
  readonly db: Db;
  readonly settings: Pick<
    Settings,
    'https' | 'behindProxy' | 'publicOrigins' | 'uploadMb' | 'requestsPerMinute'
  >;
  readonly implementations: readonly Implementation[];
  readonly world: ServerWorld;
  readonly version: string;
  readonly logger?: ServerOptions['logger'];
  /** The built web application, if not that of this checkout. */
  readonly webFolder?: string;
};

const builtWeb = join(import.meta.dirname, '../web/dist');

/** Everything behind one address: the interface, its description, its health, the pages. Not listening yet. */
export async function buildServer(parts: ServerParts): Promise<Server> {
  const { db, settings, implementations, world, version } = parts;
  const web = serveWeb(parts.webFolder ?? builtWeb);
  const server = await openServer({
    logger: parts.logger,
    notFound: web.answerPage,
    settings: {
      https: settings.https,
      behindProxy: settings.behindProxy,
      publicOrigins: settings.publicOrigins,
      uploadBytes: settings.uploadMb * 1024 * 1024,
      rateLimits: settings.requestsPerMinute > 0,
      requestsPerMinute: settings.requestsPerMinute,
    },
  });
  mount(server, implementations, world);
  const routes = implementations.map((one) => one.route);
  const description = JSON.stringify(openApi(routes, { title: '挂图', version }));
  server.get(`${apiPrefix}/openapi.json`, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(description),
  );
  server.get(`${apiPrefix}/health`, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const cities = await listCities(db).catch(() => undefined);
    if (!cities) return reply.code(503).send({ status: 'no-database', version });
    return { status: 'ok', version, cities: cities.length };
  });
  await web.register(server);
  return server;
}
