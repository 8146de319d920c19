import type { FastifyRequest } from 'fastify';
import { ensure, Refusal } from '#kernel/refusal';
import { plainFileName, type ReceivedFile } from '../file.ts';
import './refusals.ts';
import { sizeText } from './size-text.ts';

export type Form = { readonly texts: Record<string, unknown>; readonly file: ReceivedFile };

/** Reads a multipart request: the part `file` and texts. The whole file is held in memory up to the limit. */
export async function readForm(request: FastifyRequest, limitBytes: number): Promise<Form> {
  ensure(request.isMultipart(), 'http.file_missing');
  const texts: Record<string, unknown> = {};
  let file: ReceivedFile | undefined;
  try {
    for await (const part of request.parts({ limits: { fileSize: limitBytes, files: 1, fields: 100 } })) {
      if (part.type === 'field') {
        texts[part.fieldname] = part.value;
        continue;
      }
      const bytes = await part.toBuffer();
      file = { name: plainFileName(part.filename), bytes, contentType: part.mimetype };
    }
  } catch (error) {
    throw refusedForm(error, limitBytes) ?? error;
  }
  ensure(file, 'http.file_missing');
  return { texts, file };
}

function refusedForm(error: unknown, limitBytes: number): Refusal | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    return new Refusal('http.file_too_large', { limit: sizeText(limitBytes), limitBytes });
  }
  if (code === 'FST_FILES_LIMIT') return new Refusal('http.one_file_only');
  return undefined;
}
