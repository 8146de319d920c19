import type { SentFile } from './file.ts';
import { isWrite, pathParameters, type RouteDeclaration } from './route.ts';

export type CallRequest = {
  readonly path: string;
  readonly body: BodyInit | undefined;
  readonly json: boolean;
};

/** Spreads one input over path, query and body, the way the server puts it together again. */
export function requestOf(route: RouteDeclaration, input: Readonly<Record<string, unknown>>): CallRequest {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  let path = route.path;
  for (const name of pathParameters(route)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(rest.get(name))));
    rest.delete(name);
  }
  if (!isWrite(route)) return { path: path + queryOf(rest), body: undefined, json: false };
  if (route.upload) return { path, body: formOf(rest), json: false };
  return { path, body: JSON.stringify(Object.fromEntries(rest), bigintAsText), json: true };
}

function queryOf(values: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of values) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null && item !== undefined) query.append(name, asText(item));
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function formOf(values: ReadonlyMap<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of values) {
    if (name === 'file') continue;
    if (Array.isArray(value)) form.append(name, JSON.stringify(value, bigintAsText));
    else if (value !== null) form.append(name, asText(value));
  }
  const file = values.get('file') as SentFile;
  const blob = file.bytes instanceof Blob ? file.bytes : new Blob([file.bytes as Uint8Array<ArrayBuffer>]);
  form.append('file', blob, file.name);
  return form;
}

function asText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value, bigintAsText) : String(value);
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
