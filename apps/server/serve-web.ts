import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerNoSuchAddress, apiPrefix, type Server } from '#http';

/**
 * The built web application. Files under `assets/` carry a hash of their content in their name and are kept for good;
 * every address that is no file is a page, and the application finds out which.
 */
export function serveWeb(folder: string) {
  const built = existsSync(join(folder, 'index.html'));

  async function answerPage(request: FastifyRequest, reply: FastifyReply) {
    const path = request.url.split('?')[0] ?? '';
    const isPage = request.method === 'GET' && !path.startsWith(`${apiPrefix}/`) && !/\.\w+$/.test(path);
    if (!isPage) return answerNoSuchAddress(request, reply);
    if (!built) return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
    return reply.sendFile('index.html');
  }

  async function register(server: Server) {
    if (!built) return;
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      index: 'index.html',
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const lasting = path.startsWith(join(folder, 'assets/'));
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }

  return { answerPage, register };
}

const notBuilt =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>挂图</title><p>界面文件尚未生成，请在程序目录运行 npm run build 后刷新本页。</p></html>';
