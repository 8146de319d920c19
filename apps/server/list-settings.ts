import type { ReadSettings, SettingSource } from './settings.ts';
import {
  fileKeyOf,
  onlyFromEnvironment,
  type SettingKey,
  SettingsSchema,
  secretSettings,
  settingDefaults,
  settingKeys,
  variableOf,
} from './settings-schema.ts';

export type ListedSetting = {
  readonly variable: string;
  /** null where only the environment can set it. */
  readonly fileKey: string | null;
  readonly meaning: string;
  readonly value: string;
  readonly usual: string;
  readonly source: SettingSource;
};

/** Every setting as `guatu doctor` prints it; a secret shows only that it is set. */
export function listSettings({ settings, sources }: ReadSettings): readonly ListedSetting[] {
  return settingKeys.map((key) => ({
    variable: variableOf(key),
    fileKey: onlyFromEnvironment.has(key) ? null : fileKeyOf(key),
    meaning: meaningOf(key),
    value: shown(key, settings[key]),
    usual: key === 'home' || key === 'config' ? '' : text(settingDefaults[key]),
    source: sources[key],
  }));
}

function meaningOf(key: SettingKey): string {
  return (SettingsSchema.properties[key] as { description?: string }).description ?? '';
}

function shown(key: SettingKey, value: unknown): string {
  return secretSettings.has(key) && value !== undefined ? '（已设置，不显示）' : text(value);
}

function text(value: unknown): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('，') : String(value);
}
