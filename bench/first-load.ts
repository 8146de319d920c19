import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const built = join(import.meta.dirname, '../apps/web/dist');

/**
 * Kilobytes on the wire until the desk of a person signed in stands: the page, its icon, what it loads at once and
 * preloads, the desk's own screen with all these ask for in their turn, each as it is sent (gzip).
 */
export function firstLoadKilobytes(): number | undefined {
  if (!existsSync(join(built, 'index.html'))) return undefined;
  const assets = readdirSync(join(built, 'assets'));
  const needed = new Set<string>();
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  for (const [, name] of page.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)) if (name) needed.add(name);
  for (const name of assets) if (/^desk-[\w-]+\.(?:js|css)$/.test(name)) needed.add(name);
  // A set that grows while it is gone through is gone through to its end.
  for (const name of needed) {
    const source = readFileSync(join(built, 'assets', name), 'utf8');
    for (const [, other] of source.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (other && assets.includes(other)) needed.add(other);
  }
  const sent = (file: string) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
  const files = ['index.html', 'icon.svg', ...[...needed].map((name) => join('assets', name))];
  return files.reduce((sum, name) => sum + sent(join(built, name)), 0) / 1024;
}
