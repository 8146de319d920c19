import type { FastifyReply } from 'fastify';
import { Compile } from 'typebox/compile';
import { Refusal, refusalStatus } from '#kernel/refusal';
import { contentDisposition, type ReceivedFile } from '../file.ts';
import type { RouteDeclaration } from '../route.ts';
import { toWire } from '../served.ts';
import { errorBody } from './error-answer.ts';

export type JsonAnswer = { readonly status: number; readonly body: string; readonly replayed?: boolean };
export type Answer = JsonAnswer | { readonly file: ReceivedFile };

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

function fileFrom(route: RouteDeclaration, result: unknown): ReceivedFile {
  const file = result as ReceivedFile | undefined;
  if (file?.bytes instanceof Uint8Array && typeof file.name === 'string') return file;
  throw new Error(`${route.method} ${route.path} must answer with a name and bytes`);
}

export function sendAnswer(reply: FastifyReply, route: RouteDeclaration, answer: Answer): FastifyReply {
  reply.header('cache-control', 'no-store');
  if ('file' in answer) {
    const { name, bytes, contentType } = answer.file;
    reply.header('content-disposition', contentDisposition(name));
    return reply.type(contentType ?? route.binary?.contentType ?? 'application/octet-stream').send(bytes);
  }
  if (answer.replayed) reply.header('idempotent-replay', 'true');
  return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
}
