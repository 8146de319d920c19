import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the packs that come with the program lie. */
export const shippedPacks = resolve(dirname(fileURLToPath(import.meta.url)), '../../packs');

/** The folders of a city's pack, lowest layer first. Takes a shipped city's id or a folder. */
export function packDirs(idOrDir: string): string[] {
  const shipped = join(shippedPacks, idOrDir);
  const top = /^[a-z][a-z0-9-]*$/.test(idOrDir) && existsSync(shipped) ? shipped : resolve(idOrDir);
  const dirs = [top];
  for (let base = baseOf(top); base && !dirs.includes(base); base = baseOf(base)) dirs.unshift(base);
  return dirs;
}

/** Ids of the shipped packs that are a city's. */
export function cityPacks(root = shippedPacks): string[] {
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'city.yaml')))
    .sort();
}

/** `extends` names a folder beside the pack, or else a shipped one. Read by eye: the file may be faulty still. */
function baseOf(dir: string): string | undefined {
  const file = join(dir, 'city.yaml');
  const name =
    existsSync(file) && /^extends:\s*([a-z][a-z0-9-]*)\s*(?:#.*)?$/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (!name) return undefined;
  return [join(dirname(dir), name), join(shippedPacks, name)].find((one) => existsSync(one));
}
