import { allRefusals } from '#kernel/refusal';
import type { RouteDeclaration } from '../route.ts';
import { answerRequest } from './answer-request.ts';
import type { Implementation } from './implement.ts';
import type { Server } from './open-server.ts';
import type { ServerWorld } from './world.ts';

export const apiPrefix = '/api';

/** Puts the implementations under `/api`. */
export function mount(server: Server, implementations: readonly Implementation[], world: ServerWorld): void {
  const problems = checkRoutes(implementations.map((one) => one.route));
  if (problems.length > 0) throw new Error(`routes cannot be mounted:\n${problems.join('\n')}`);
  for (const implementation of implementations) {
    const { route } = implementation;
    server.route({
      method: route.method,
      url: apiPrefix + route.path,
      ...(route.output ? { schema: { response: { 200: route.output } } } : {}),
      config: route.atMost
        ? { rateLimit: { max: route.atMost.times, timeWindow: route.atMost.perSeconds * 1000 } }
        : {},
      handler: answerRequest(implementation, world, server.httpSettings),
    });
  }
}

/** What is wrong with a set of declarations taken together: codes nobody declared, addresses given twice. */
export function checkRoutes(routes: readonly RouteDeclaration[]): string[] {
  const declared = allRefusals();
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const address = `${route.method} ${route.path.replace(/:\w+/g, ':')}`;
    if (seen.has(address)) problems.push(`${name}: declared twice`);
    seen.add(address);
    for (const code of route.refusals) {
      if (!declared.has(code)) problems.push(`${name}: refusal "${code}" is not declared anywhere`);
    }
  }
  return problems;
}
