import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { allPermissions } from '#access';
import type { Db } from '#db';
import { openApi } from '#http';
import { allRefusals } from '#kernel/refusal';
import { implementations } from '../../apps/program/implementations.ts';
import type { Program } from '../../apps/program/program.ts';
import { isWrite, pathParameters, type RouteDeclaration } from '../../packages/http/route.ts';
import { checkRoutes } from '../../packages/http/server/mount.ts';

const root = join(import.meta.dirname, '../..');

let routes: readonly RouteDeclaration[];
let sources: readonly { readonly path: string; readonly text: string }[];
beforeAll(async () => {
  // Routes are declared without a database; only their handlers would ask for one.
  const program = { db: {} as Db, packs: new Map(), demonstration: false } as unknown as Program;
  routes = (await implementations(program)).map(({ route }) => route);
  sources = globSync('{packages,engines,features,apps}/**/*.ts', { cwd: root })
    .filter((path) => !/(^|\/)test\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  // What only the command line or the start of the server can refuse is declared there.
  for (const { path, text } of sources) if (text.includes('defineRefusals({')) await import(join(root, path));
});

const name = ({ method, path }: RouteDeclaration) => `${method} ${path}`;

describe('every refusal', () => {
  test('has a code of object and reason, a status of refusals, and a Chinese text without loose braces', () => {
    const refusals = [...allRefusals()];
    const wrong = refusals.filter(([code, { status, text }]) => {
      const rest = text.replace(/\{[a-zA-Z]+\}/g, '');
      const sound = /^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z0-9]+)*$/.test(code) && status >= 400 && status < 600;
      return (
        !sound || /[{}]/.test(rest) || !/\p{Script=Han}{2}/u.test(rest) || /undefined|null|NaN/.test(rest)
      );
    });
    expect(wrong).toEqual([]);
    expect(refusals.length).toBeGreaterThan(100);
  });

  test('that is raised is declared, and fills every placeholder of its text', () => {
    const wrong = sources.flatMap(({ path, text }) =>
      raisedIn(text).flatMap(({ code, details }) => {
        const declared = allRefusals().get(code);
        if (!declared) return [`${path}: ${code} is not declared`];
        const asked = [...declared.text.matchAll(/\{(\w+)\}/g)].map((found) => String(found[1]));
        const missing = asked.filter(
          (key) => details !== 'elsewhere' && !new RegExp(`\\b${key}\\b`).test(details),
        );
        return missing.length > 0 ? [`${path}: ${code} leaves open ${missing.join(', ')}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('that is declared is raised somewhere', () => {
    const idle = [...allRefusals().keys()].filter((code) => {
      const mentions = sources.flatMap(({ text }) => [
        ...text.matchAll(new RegExp(`'${code.replace('.', '\\.')}'`, 'g')),
        // One rule for several kinds of objects raises it under the object's prefix.
        ...text.matchAll(new RegExp(`\\$\\{prefix\\}\\.${code.split('.')[1]}\``, 'g')),
      ]);
      return mentions.length < 2;
    });
    expect(idle).toEqual([]);
  });
});

type Raised = { readonly code: string; readonly details: string };

/** Refusals raised with a code that stands there, and the text of their details where it stands there, too. */
function raisedIn(text: string): Raised[] {
  const calls = text.matchAll(
    /(?:\brefuse\(|\bnew Refusal\(|\bensure\((?:[^;]*?),)\s*'([a-z_]+\.[a-z0-9_]+)'\s*(,?)/g,
  );
  return [...calls].map((call) => {
    const after = text.slice((call.index ?? 0) + call[0].length).trimStart();
    const code = String(call[1]);
    if (call[2] === '' || after.startsWith(')')) return { code, details: '' };
    if (!after.startsWith('{')) return { code, details: 'elsewhere' };
    const details = after.slice(0, closing(after));
    return { code, details: details.includes('...') ? 'elsewhere' : details };
  });
}

function closing(text: string): number {
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

describe('every route', () => {
  test('has an address of its own and declares refusals that exist', () => {
    expect(checkRoutes(routes)).toEqual([]);
    expect(routes.length).toBeGreaterThan(70);
  });

  test('asks for a permission that some sentence gives to some role', () => {
    const given = new Set(
      allPermissions().flatMap(({ action, roles }) => (roles.length > 0 ? [action] : [])),
    );
    const open = ['public', 'signed-in'];
    const closed = routes.filter(({ permission }) => !open.includes(permission) && !given.has(permission));
    expect(closed.map(name)).toEqual([]);
  });

  test('is open without a permission only where that was considered', () => {
    const openTo = (permission: string) =>
      routes
        .filter((one) => one.permission === permission)
        .map(name)
        .sort();
    expect(openTo('public')).toEqual([
      ...['DELETE /session', 'GET /cities', 'GET /public/bulletins', 'GET /public/bulletins/:id/pdf'],
      'GET /public/calendar/:token',
      'GET /public/petitions/form',
      ...['GET /public/policy-documents', 'GET /public/policy-documents/:id'],
      'GET /public/policy-documents/:id/measures.csv',
      ...['POST /public/petitions', 'POST /public/petitions/acts', 'POST /public/petitions/files'],
      ...['POST /public/petitions/files/open', 'POST /public/petitions/follow'],
      'POST /session',
    ]);
    expect(openTo('signed-in')).toEqual([
      ...['GET /desk', 'GET /inbox', 'GET /inbox/settings', 'GET /inbox/unread', 'GET /session'],
      ...['GET /session/all', 'POST /exports/table', 'POST /inbox/read', 'POST /inbox/read-all'],
      ...['POST /session/end-all', 'POST /session/password', 'PUT /inbox/settings'],
    ]);
  });

  test('that reads runs in a transaction that cannot write, but for what must leave a trace', () => {
    const tracing = routes.filter((route) => !isWrite(route) && route.audited);
    const considered =
      /\/(export|phone|marked-copy|pdf|docx|sealed-copy|archive-copy|:attachmentId|matters\/:id\/files\/:fileId|matters\/:id\/personal|workbooks\/file|workbooks\/archive|:fileId\/file)$/;
    expect(tracing.filter(({ path }) => !considered.test(path)).map(name)).toEqual([]);
    expect(tracing.filter(({ permission }) => permission === 'public' || permission === 'signed-in')).toEqual(
      [],
    );
    // What was released to everybody may be taken without a trace.
    const files = routes.filter(
      (route) => !isWrite(route) && route.binary && !route.audited && route.permission !== 'public',
    );
    expect(files.map(name)).toEqual([]);
  });

  test('that edits a thing names the version its author saw', () => {
    const edits = routes.filter(({ method }) => method === 'PATCH' || method === 'PUT');
    const versions = ['version', 'expectedNumber', 'expectedVersion'];
    const names = ({ required = [] }: { readonly required?: readonly string[] }) =>
      versions.some((one) => required.includes(one));
    /** Of many rows each names its own. */
    const rowsOf = ({ properties }: (typeof edits)[number]['input']) =>
      Object.values(properties as Record<string, { readonly items?: { readonly required?: string[] } }>);
    const blind = edits.filter(
      ({ input }) => !names(input) && !rowsOf(input).some(({ items }) => items && names(items)),
    );
    expect(blind.map(name)).toEqual([]);
  });

  test('names every field in Chinese, since refusals of an input name it', () => {
    const bare = routes.flatMap((route) =>
      Object.entries(route.input.properties as Record<string, { title?: string }>)
        .filter(([, schema]) => !/\p{Script=Han}/u.test(titleOf(schema)))
        .map(([field]) => `${name(route)}: ${field}`),
    );
    expect(bare).toEqual([]);
  });
});

/** The title of a field, or of the one kind it may be of beside null. */
function titleOf(schema: {
  readonly title?: string;
  readonly anyOf?: readonly { readonly title?: string }[];
}): string {
  return schema.title ?? schema.anyOf?.map(({ title = '' }) => title).join('') ?? '';
}

describe('the description of the interface', () => {
  type Operation = {
    readonly operationId: string;
    readonly summary: string;
    readonly parameters?: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
    readonly responses: Readonly<Record<string, unknown>>;
  };
  const documentOf = () =>
    JSON.parse(JSON.stringify(openApi(routes, { title: '挂图', version: '1' }))) as {
      openapi: string;
      paths: Record<string, Record<string, Operation>>;
    };

  test('is OpenAPI 3.1 with every route once, each under a name of its own', () => {
    const document = documentOf();
    const operations = Object.values(document.paths).flatMap((one) => Object.values(one));
    expect(document.openapi).toBe('3.1.0');
    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
    expect(operations.filter(({ summary }) => !/\p{Script=Han}/u.test(summary))).toEqual([]);
  });

  test('has no reference that leads nowhere, and every parameter of every address', () => {
    const document = documentOf();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((found) =>
      String(found[1]),
    );
    const nowhere = references.filter((reference) => {
      let at: unknown = document;
      for (const step of reference.split('/')) at = (at as Record<string, unknown> | undefined)?.[step];
      return at === undefined;
    });
    expect(nowhere).toEqual([]);
    expect(references.length).toBeGreaterThan(0);
    const operationAt = (path: string, method: string) =>
      document.paths[path]?.[method.toLowerCase()] as Operation;
    for (const route of routes) {
      const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
      const { parameters = [], responses } = operationAt(path, route.method);
      const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect(inPath.sort()).toEqual(pathParameters(route).sort());
      expect(Object.keys(responses)).toContain('200');
    }
  });
});
