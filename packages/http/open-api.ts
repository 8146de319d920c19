import { allRefusals } from '#kernel/refusal';
import { isWrite, pathParameters, type RouteDeclaration } from './route.ts';
import { sessionCookie } from './server/exchange.ts';
import { commonRefusals } from './server/refusals.ts';

type Json = Readonly<Record<string, unknown>>;

export type OpenApiInfo = { readonly title: string; readonly version: string };

/** The routes as an OpenAPI 3.1 document; the schemas of the declarations are its schemas. */
export function openApi(routes: readonly RouteDeclaration[], info: OpenApiInfo) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      ...info,
      description: '非涉密系统，严禁录入国家秘密。金额为以分为单位的整数文本，日期为北京时间。',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
      schemas: { Refusal: refusalSchema },
      parameters: { IdempotencyKey: keyParameter },
    },
  };
}

const refusalSchema = {
  type: 'object',
  required: ['code', 'text', 'details'],
  properties: {
    code: { type: 'string', description: '稳定的代码' },
    text: { type: 'string', description: '可直接显示的中文说明' },
    details: { type: 'object' },
    remedy: { type: 'string', description: '建议的处理办法' },
  },
};

const keyParameter = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  description: '防重复标识：同一标识重复提交只办理一次',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
};

function operationOf(route: RouteDeclaration): Json {
  const { properties, required = [] } = route.input as { properties: Json; required?: readonly string[] };
  const inPath = pathParameters(route);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: properties[name],
  });
  const parameters: unknown[] = inPath.map((name) => parameter(name, 'path'));
  if (!isWrite(route)) parameters.push(...rest.map((name) => parameter(name, 'query')));
  else parameters.push({ $ref: '#/components/parameters/IdempotencyKey' });
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [tagOf(route)],
    'x-permission': route.permission,
    security: route.permission === 'public' ? [] : [{ session: [] }],
    parameters,
    ...(isWrite(route) ? bodyOf(route, rest, required) : {}),
    responses: responsesOf(route),
  };
}

function bodyOf(route: RouteDeclaration, names: readonly string[], required: readonly string[]): Json {
  if (names.length === 0 && !route.upload) return {};
  const properties: Record<string, unknown> = {};
  for (const name of names) properties[name] = (route.input.properties as Json)[name];
  if (route.upload) properties['file'] = { type: 'string', format: 'binary', title: '文件' };
  const needed = [...names.filter((name) => required.includes(name)), ...(route.upload ? ['file'] : [])];
  const schema = { type: 'object', properties, required: needed, additionalProperties: false };
  const type = route.upload ? 'multipart/form-data' : 'application/json';
  return { requestBody: { required: needed.length > 0, content: { [type]: { schema } } } };
}

function responsesOf(route: RouteDeclaration): Json {
  const content = route.binary
    ? { [route.binary.contentType]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: route.output } };
  const responses: Record<string, unknown> = { '200': { description: '成功', content } };
  const byStatus = new Map<number, string[]>();
  for (const code of new Set([...route.refusals, ...commonRefusals(route)])) {
    const definition = allRefusals().get(code);
    if (!definition) continue;
    const lines = byStatus.get(definition.status) ?? [];
    byStatus.set(definition.status, [...lines, `- \`${code}\`：${definition.text}`]);
  }
  for (const [status, lines] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[String(status)] = {
      description: lines.join('\n'),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
    };
  }
  return responses;
}

function tagOf(route: RouteDeclaration): string {
  return route.path.split('/')[1] ?? '';
}

/** `post_problems_id_close`: unique, since an address is. */
function operationIdOf(route: RouteDeclaration): string {
  return [route.method.toLowerCase(), ...route.path.split('/').filter(Boolean)]
    .join('_')
    .replace(/[^\w]/g, '');
}
