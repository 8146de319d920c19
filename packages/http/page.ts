import { type TSchema, Type } from 'typebox';

const usualSize = 50;

/** Spread into the input of a route that answers page by page. */
export const PageInput = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, title: '页码' })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, title: '每页条数' })),
};

/** One page of rows with the number of all rows that match. */
export function Page<T extends TSchema>(row: T) {
  return Type.Object({
    rows: Type.Array(row),
    total: Type.Integer({ minimum: 0 }),
    page: Type.Integer({ minimum: 1 }),
    pageSize: Type.Integer({ minimum: 1 }),
  });
}

export type PageWindow = {
  readonly page: number;
  readonly pageSize: number;
  readonly limit: number;
  readonly offset: number;
};

/** The slice of rows a request asks for: the first fifty unless it says otherwise. */
export function pageWindow(input: { readonly page?: number; readonly pageSize?: number }): PageWindow {
  const page = input.page ?? 1;
  const pageSize = input.pageSize ?? usualSize;
  return { page, pageSize, limit: pageSize, offset: (page - 1) * pageSize };
}
