import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { requestOf } from '../request-of.ts';
import { Done, defineRoute } from '../route.ts';

const common = { permission: 'public', refusals: [], summary: '试验' } as const;
const Id = Type.Object({ id: Type.String(), kinds: Type.Optional(Type.Array(Type.String())) });

describe('one input is spread', () => {
  test('over path and query', () => {
    const route = defineRoute({ ...common, method: 'GET', path: '/things/:id', input: Id, output: Done });
    expect(requestOf(route, { id: '甲/乙', kinds: ['a', 'b'], none: undefined }).path).toBe(
      '/things/%E7%94%B2%2F%E4%B9%99?kinds=a&kinds=b',
    );
  });

  test('over path and body, money as digits', () => {
    const route = defineRoute({ ...common, method: 'PUT', path: '/things/:id', input: Id, output: Done });
    const request = requestOf(route, { id: '1', kinds: ['a'], fen: 12n });
    expect([request.path, request.body]).toEqual(['/things/1', '{"kinds":["a"],"fen":"12"}']);
  });

  test('over path and form, with the file last', () => {
    const route = defineRoute({
      ...common,
      method: 'POST',
      path: '/t/:id',
      input: Id,
      output: Done,
      upload: true,
    });
    const file = { name: '一月.xlsx', bytes: new Uint8Array([1]) };
    const form = requestOf(route, { id: '1', file, kinds: ['a', 'b'] }).body as FormData;
    expect([...form.keys()]).toEqual(['kinds', 'file']);
    expect(form.get('kinds')).toBe('["a","b"]');
  });
});

describe('a declaration is refused', () => {
  test.each([
    ['when a path parameter is no input', { path: '/things/:other' }],
    ['when the path lacks its slash', { path: 'things/:id' }],
    ['when the path ends with one', { path: '/things/:id/' }],
  ])('%s', (_why, { path }) => {
    expect(() => defineRoute({ ...common, method: 'GET', path, input: Id, output: Done })).toThrow();
  });

  test('when a GET uploads', () => {
    const route = {
      ...common,
      method: 'GET',
      path: '/t/:id',
      input: Id,
      output: Done,
      upload: true,
    } as const;
    expect(() => defineRoute(route)).toThrow(/upload/);
  });
});
