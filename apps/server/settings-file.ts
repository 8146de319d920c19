import { readFileSync } from 'node:fs';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { ensure, refuse } from '#kernel/refusal';
import './settings-refusals.ts';
import { fileKeyOf, onlyFromEnvironment, type SettingKey, settingKeys } from './settings-schema.ts';

export type FileSetting = { readonly value: unknown; readonly line: number };

/** The settings a file holds, with their lines. What it names but nothing reads is refused: it is a slip of the pen. */
export function readSettingsFile(file: string): ReadonlyMap<SettingKey, FileSetting> {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) refuse('settings.file_broken', { file, line: error.linePos?.[0].line ?? 1 });
  const found = new Map<SettingKey, FileSetting>();
  if (document.contents === null) return found;
  ensure(isMap(document.contents), 'settings.file_broken', { file, line: 1 });
  const allowed = settingKeys.filter((key) => !onlyFromEnvironment.has(key));
  for (const { key, value } of document.contents.items) {
    const name = String(key);
    const range = (key as { range?: [number, number, number] }).range;
    const line = range ? lines.linePos(range[0]).line : 1;
    const setting = allowed.find((one) => fileKeyOf(one) === name);
    ensure(setting, 'settings.unknown', { file, line, name, known: allowed.map(fileKeyOf).join('、') });
    const plain = (value as { toJSON?: () => unknown } | null)?.toJSON?.() ?? null;
    if (plain !== null) found.set(setting, { value: plain, line });
  }
  return found;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return refuse('settings.file_unreadable', { file });
  }
}
