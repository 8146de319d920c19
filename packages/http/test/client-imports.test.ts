import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Files and packages reached from a file by imports that remain at run time. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)) {
    if (specifier.startsWith('.')) reached(resolve(dirname(file), specifier), seen);
    else if (specifier.startsWith('#kernel/'))
      reached(join(root, 'packages', `${specifier.slice(1)}.ts`), seen);
    else seen.add(specifier);
  }
  return seen;
}

test('what contracts and screens import runs in a browser', () => {
  const files = [...reached(join(root, 'packages/http/client.ts'))];
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => file.startsWith('/')).filter((file) => file.includes('/server/'))).toEqual(
    [],
  );
  expect(files.filter((file) => !file.startsWith('/'))).toEqual(['typebox']);
});
