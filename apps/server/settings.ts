import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guatuHome } from '#db';
import { checkInput, coerceTexts, type FieldFault } from '#http';
import { Refusal } from '#kernel/refusal';
import { type FileSetting, readSettingsFile } from './settings-file.ts';
import {
  fileKeyOf,
  type SettingKey,
  type Settings,
  SettingsSchema,
  settingDefaults,
  settingKeys,
  variableOf,
} from './settings-schema.ts';

type Environment = { readonly [name: string]: string | undefined };

export type SettingSource = 'default' | 'environment' | 'file';

export type ReadSettings = {
  readonly settings: Settings;
  readonly sources: Readonly<Record<SettingKey, SettingSource>>;
};

const check = checkInput(SettingsSchema);

/** Settings of several values: in a variable they stand between commas. */
const lists = Object.fromEntries(Object.entries(settingDefaults).filter(([, usual]) => Array.isArray(usual)));

/** Environment before file before default; everything is checked before anything starts. */
export function readSettings(env: Environment = process.env): ReadSettings {
  const home = guatuHome(env);
  const usual = join(home, 'guatu.yaml');
  const named = env['GUATU_CONFIG'];
  const config = named ? resolve(named) : usual;
  const file = named || existsSync(config) ? readSettingsFile(config) : new Map<SettingKey, FileSetting>();
  const given = fromEnvironment(env);
  const values: Record<string, unknown> = { ...settingDefaults };
  for (const [key, { value }] of file) values[key] = value;
  Object.assign(values, given, { home, config });
  const sources = Object.fromEntries(
    settingKeys.map((key) => [key, key in given ? 'environment' : file.has(key) ? 'file' : 'default']),
  ) as Record<SettingKey, SettingSource>;
  try {
    check(values);
  } catch (error) {
    throw explained(error, (key) => {
      const line = file.get(key)?.line;
      return sources[key] === 'file' ? `${fileKeyOf(key)}（${config} 第 ${line} 行）` : variableOf(key);
    });
  }
  return { settings: values as Settings, sources };
}

function fromEnvironment(env: Environment): Record<string, unknown> {
  const texts: Record<string, unknown> = {};
  for (const key of settingKeys) {
    const text = env[variableOf(key)];
    if (text === undefined || text === '') continue;
    texts[key] = key in lists ? text.split(/[,，\s]+/).filter(Boolean) : text;
  }
  return coerceTexts(SettingsSchema, texts);
}

/** The check knows fields; whoever sets up a server knows variables and lines. */
function explained(error: unknown, placeOf: (key: SettingKey) => string): unknown {
  if (!(error instanceof Refusal) || error.code !== 'http.invalid_input') return error;
  const faults = error.details['fields'] as readonly FieldFault[];
  const problems = faults.map((fault) => `${placeOf(fault.path.split('/')[1] as SettingKey)} ${fault.text}`);
  return new Refusal('settings.invalid', { problems: problems.join('；') });
}
