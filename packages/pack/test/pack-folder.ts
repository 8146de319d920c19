import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files of a pack into a new folder and gives its path. */
export function packFolder(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'guatu-pack-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

export const aCity = [
  'id: tiny',
  'cityId: 829900',
  'name: 三川',
  'province: 虚构省',
  'keyPrefix: SC',
  '',
].join('\n');
