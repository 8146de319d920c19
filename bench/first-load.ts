import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const built = join(import.meta.dirname, '../apps/web/dist');

/**
 * Kilobytes on the wire until the desk stands: the page, what it loads at once and preloads, and the chunks of the desk's
 * own screen, each as it is sent (gzip).
 */
export function firstLoadKilobytes(): number | undefined {
  if (!existsSync(join(built, 'index.html'))) return undefined;
  const assets = readdirSync(join(built, 'assets'));
  const needed = new Set<string>();
  const take = (text: string) => {
    for (const [, name] of text.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)) if (name) needed.add(name);
  };
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  take(page);
  for (const name of needed) {
    const source = readFileSync(join(built, 'assets', name), 'utf8');
    for (const [, other] of source.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (other && assets.includes(other)) needed.add(other);
  }
  const desk = assets.find((name) => /^desk-[\w-]+\.js$/.test(name));
  if (desk) needed.add(desk);
  const sent = (file: string) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
  const bytes = [...needed].reduce((sum, name) => sum + sent(join(built, 'assets', name)), 0);
  return (bytes + sent(join(built, 'index.html'))) / 1024;
}
