import type { Static, TObject, TSchema } from 'typebox';
import { Type } from 'typebox';
import type { ReceivedFile, SentFile, ServedFile } from './file.ts';
import type { Served } from './served.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `public` needs no session, `signed-in` any session, everything else is the name of an action. */
export type Permission = string;

type RouteCommon = {
  readonly method: Method;
  /** Below `/api`; `:name` is a parameter and must be a property of `input`. */
  readonly path: string;
  readonly permission: Permission;
  /** Path parameters, query and body together. Give every property a Chinese `title`: refusals name it. */
  readonly input: TObject;
  readonly refusals: readonly string[];
  readonly summary: string;
  /** A GET that leaves a trace (an export, a reveal of personal data): its transaction may write. */
  readonly audited?: boolean;
  /** Tighter than the limit of the whole server, counted per address. */
  readonly atMost?: { readonly times: number; readonly perSeconds: number };
  /** The answer shows something once (a first password): it is not kept, and a retry is told that the act was done. */
  readonly secretAnswer?: true;
  /** A multipart request with one file in the part `file`; the other parts are the input. */
  readonly upload?: true;
};

/** The answer is a file to keep, not JSON. */
export type FileAnswer = { readonly contentType: string };

export type RouteDeclaration = RouteCommon &
  (
    | { readonly output: TSchema; readonly binary?: undefined }
    | { readonly binary: FileAnswer; readonly output?: undefined }
  );

export type Route<D extends RouteDeclaration = RouteDeclaration> = D;

type FileOf<R, F> = R extends { readonly upload: true } ? { file: F } : unknown;

/** What a caller gives. */
export type InputOf<R extends RouteDeclaration> = Static<R['input']> & FileOf<R, SentFile>;

/** What a handler receives. */
export type HandledInputOf<R extends RouteDeclaration> = Static<R['input']> & FileOf<R, ReceivedFile>;

/** What a caller gets. */
export type OutputOf<R extends RouteDeclaration> = R extends { readonly output: infer O extends TSchema }
  ? Static<O>
  : ReceivedFile;

/** What a handler may return: bigint and Date become texts on the wire. */
export type AnswerOf<R extends RouteDeclaration> = R extends { readonly output: infer O extends TSchema }
  ? Served<Static<O>>
  : ServedFile;

/** The input of a route that takes nothing. */
export const Nothing = Type.Object({});

/** The output of an act whose success says everything. */
export const Done = Type.Object({ done: Type.Literal(true) });
export const done: Static<typeof Done> = { done: true };

/** Declares a route once; server, client, command line and OpenAPI read the declaration. */
export function defineRoute<const D extends RouteDeclaration>(route: D): D {
  const name = `${route.method} ${route.path}`;
  if (!route.path.startsWith('/') || route.path.endsWith('/')) {
    throw new Error(`${name}: a path starts with a slash and ends without one`);
  }
  const required = new Set<string>(route.input.required ?? []);
  for (const parameter of pathParameters(route)) {
    if (!required.has(parameter)) throw new Error(`${name}: input has no required property "${parameter}"`);
  }
  if (route.upload && route.method === 'GET') throw new Error(`${name}: an upload cannot be a GET`);
  return route;
}

export function pathParameters(route: { readonly path: string }): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1]!);
}

/** GET reads; everything else is an act and needs an idempotency key. */
export function isWrite(route: { readonly method: Method }): boolean {
  return route.method !== 'GET';
}
