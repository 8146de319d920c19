import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  fastify,
  LogController,
} from 'fastify';
import { Refusal } from '#kernel/refusal';
import { answerError, errorBody } from './error-answer.ts';
import { type HttpSettings, httpDefaults } from './http-settings.ts';
import { logRequests } from './log-requests.ts';
import { securityHeaders } from './security-headers.ts';

export type ServerOptions = {
  readonly settings?: Partial<HttpSettings>;
  readonly logger?: FastifyServerOptions['logger'];
  /** Answers what no route does, such as the addresses of pages. */
  readonly notFound?: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
};

export type Server = FastifyInstance & { readonly httpSettings: HttpSettings };

/** A server with everything that holds for all addresses, and no address yet. */
export async function openServer(options: ServerOptions = {}): Promise<Server> {
  const settings: HttpSettings = { ...httpDefaults, ...options.settings };
  const server = fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.bodyBytes,
    trustProxy: settings.behindProxy,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(options.notFound ?? answerNoSuchAddress);
  await server.register(helmet, securityHeaders(settings.https));
  await server.register(cookie);
  await server.register(multipart);
  if (settings.rateLimits) {
    await server.register(rateLimit, {
      max: settings.requestsPerMinute,
      timeWindow: 60_000,
      errorResponseBuilder: (_request, limit) =>
        new Refusal('http.too_many', { seconds: Math.max(1, Math.ceil(limit.ttl / 1000)) }),
    });
  }
  logRequests(server);
  return server.decorate('httpSettings', settings) as unknown as Server;
}

export async function answerNoSuchAddress(request: FastifyRequest, reply: FastifyReply) {
  const path = request.url.split('?')[0];
  const refusal = new Refusal('http.no_such_address', { method: request.method, path });
  return reply.code(404).send(errorBody(refusal));
}
