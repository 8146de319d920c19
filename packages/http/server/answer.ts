import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Compile } from 'typebox/compile';
import { Refusal, refusalStatus } from '#kernel/refusal';
import { contentDisposition, type ServedFile } from '../file.ts';
import type { RouteDeclaration } from '../route.ts';
import { toWire } from '../served.ts';
import { errorBody } from './error-answer.ts';

export type JsonAnswer = { readonly status: number; readonly body: string; readonly replayed?: boolean };
export type Answer = JsonAnswer | { readonly file: ServedFile };

/**
 * Brings a handler's result into the declared shape. A result that does not fit is a defect of the program and must
 * not reach anybody; fields the schema does not name are dropped in writing.
 */
export function answerMaker(route: RouteDeclaration) {
  const compiled = route.output && Compile(route.output);
  return (result: unknown, write: (fit: unknown) => string): Answer => {
    if (result instanceof Refusal) {
      return { status: refusalStatus(result), body: JSON.stringify(errorBody(result)) };
    }
    if (!compiled) return { file: fileFrom(route, result) };
    const wired = toWire(result);
    if (compiled.Check(wired)) return { status: 200, body: write(wired) };
    const faults = compiled.Errors(wired).slice(0, 5);
    const named = faults.map((fault) => `${fault.instancePath || '/'} ${fault.message}`).join('; ');
    throw new Error(`${route.method} ${route.path} answered outside its declaration: ${named}`);
  };
}

function fileFrom(route: RouteDeclaration, result: unknown): ServedFile {
  const file = (result ?? {}) as Partial<Record<'name' | 'bytes' | 'stream', unknown>>;
  const hasContent = file.bytes instanceof Uint8Array || file.stream instanceof Readable;
  if (hasContent && typeof file.name === 'string') return result as ServedFile;
  throw new Error(`${route.method} ${route.path} must answer with a name and bytes`);
}

export function sendAnswer(reply: FastifyReply, route: RouteDeclaration, answer: Answer): FastifyReply {
  reply.header('cache-control', 'no-store');
  if ('file' in answer) {
    const { name, contentType } = answer.file;
    reply.header('content-disposition', contentDisposition(name));
    reply.type(contentType ?? route.binary?.contentType ?? 'application/octet-stream');
    return reply.send('stream' in answer.file ? answer.file.stream : answer.file.bytes);
  }
  if (answer.replayed) reply.header('idempotent-replay', 'true');
  return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
}
