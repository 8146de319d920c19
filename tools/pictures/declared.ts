import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const features = join(import.meta.dirname, '../../features');
const demonstrationYear = '2023';

/** The addresses every feature declares, `/projects/:id`. */
export function declaredPaths(): string[] {
  return readdirSync(features).flatMap((feature) => {
    const file = join(features, feature, 'screens/screens.ts');
    try {
      return [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map((found) => found[1] ?? '');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
}

/** Which declared address an address belongs to: the one without parameters first. */
export function declaredFor(declared: readonly string[], address: string): string | undefined {
  const path = address.split('?')[0] ?? '';
  if (declared.includes(path)) return path;
  return declared.find((one) => new RegExp(`^${one.replace(/:\w+/g, '[^/]+')}$`).test(path));
}

/** Screens one level below an address that are reached by a button: `/projects/…` has `/projects/…/edit`. */
export function below(declared: readonly string[], path: string, address: string): string[] {
  const shape = (one: string) => one.replace(/:\w+/g, ':');
  return declared
    .filter((one) => shape(one).startsWith(`${shape(path)}/`))
    .map((one) => address + one.slice(one.split('/').slice(0, path.split('/').length).join('/').length))
    .map((one) => one.replace(':year', demonstrationYear))
    .filter((one) => !one.includes(':'));
}
