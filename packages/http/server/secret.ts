import type { TSchema } from 'typebox';
import type { RouteDeclaration } from '../route.ts';

type Property = { readonly writeOnly?: boolean; readonly title?: string };

const nameOfSecret = /password|secret|token/i;
const titleOfSecret = /密码|口令/;

/** Declared as such or, should the declaration have forgotten, called like one. */
export function isSecretInput(route: RouteDeclaration, name: string): boolean {
  const property = route.input.properties[name] as Property | undefined;
  return property?.writeOnly === true || nameOfSecret.test(name) || titleOfSecret.test(property?.title ?? '');
}

/** An answer to be shown once and kept nowhere. */
export function hasSecretAnswer(route: RouteDeclaration): boolean {
  const { properties = {} } = (route.output ?? {}) as TSchema & { properties?: Record<string, unknown> };
  return route.secretAnswer === true || Object.keys(properties).some((name) => nameOfSecret.test(name));
}
