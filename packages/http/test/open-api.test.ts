import '#access';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { fenText, idText } from '../field.ts';
import { openApi } from '../open-api.ts';
import { Done, defineRoute } from '../route.ts';
import { Versioned } from '../version.ts';

const common = { refusals: ['http.stale_version'], summary: '试验' } as const;
const Id = { id: idText({ title: '编号' }) };
const routes = [
  defineRoute({
    ...common,
    method: 'GET',
    path: '/things',
    permission: 'public',
    input: Type.Object({ q: Type.Optional(Type.String()) }),
    output: Type.Array(Type.Object({ total: fenText() })),
  }),
  defineRoute({
    ...common,
    method: 'GET',
    path: '/things/:id/file',
    permission: 'signed-in',
    input: Type.Object(Id),
    binary: { contentType: 'text/csv' },
  }),
  defineRoute({
    ...common,
    method: 'PUT',
    path: '/things/:id',
    permission: 'thing.edit',
    input: Type.Object({ ...Id, ...Versioned, note: Type.Optional(Type.String()) }),
    output: Done,
  }),
  defineRoute({
    ...common,
    method: 'POST',
    path: '/things/:id/photos',
    permission: 'thing.edit',
    input: Type.Object(Id),
    output: Done,
    upload: true,
  }),
] as const;
const document = JSON.parse(JSON.stringify(openApi(routes, { title: '挂图', version: '1' })));
const operation = (method: string, path: string) => document.paths[path][method];

describe('the OpenAPI document', () => {
  test('is of version 3.1 and holds every route once, each with an identifier of its own', () => {
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path as object));
    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(routes.length);
  });

  test('separates path, query and body', () => {
    const edit = operation('put', '/api/things/{id}');
    expect(edit.parameters[0]).toMatchObject({ name: 'id', in: 'path', required: true });
    const body = edit.requestBody.content['application/json'].schema;
    expect(Object.keys(body.properties)).toEqual(['version', 'note']);
    expect(body.required).toEqual(['version']);
    expect(operation('get', '/api/things').parameters).toMatchObject([
      { name: 'q', in: 'query', required: false },
    ]);
  });

  test('asks every write for its key', () => {
    const keyed = (method: string, path: string) => JSON.stringify(operation(method, path).parameters);
    expect(keyed('put', '/api/things/{id}')).toContain('IdempotencyKey');
    expect(keyed('get', '/api/things')).not.toContain('IdempotencyKey');
    expect(document.components.parameters.IdempotencyKey).toMatchObject({ in: 'header', required: true });
  });

  test('answers with the declared refusals by their status, with their texts', () => {
    const { responses } = operation('put', '/api/things/{id}');
    expect(responses['409'].description).toContain('http.stale_version');
    expect(responses['401'].description).toContain('请先登录');
    expect(responses['403'].description).toContain('access.denied');
    expect(responses['422'].content['application/json'].schema.$ref).toBe('#/components/schemas/Refusal');
  });

  test('knows files in both directions', () => {
    const upload = operation('post', '/api/things/{id}/photos').requestBody.content['multipart/form-data'];
    expect(upload.schema.required).toEqual(['file']);
    const { responses } = operation('post', '/api/things/{id}/photos');
    expect(responses['413'].description).toContain('http.file_too_large');
    expect(operation('get', '/api/things/{id}/file').responses['200'].content).toHaveProperty(['text/csv']);
  });

  test('secures all but the public routes by the session', () => {
    expect(operation('get', '/api/things').security).toEqual([]);
    expect(operation('put', '/api/things/{id}').security).toEqual([{ session: [] }]);
    expect(document.components.securitySchemes.session).toMatchObject({ type: 'apiKey', in: 'cookie' });
  });
});
