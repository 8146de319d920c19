import { Type } from 'typebox';
import { defineRefusals, refuse } from '#kernel/refusal';

defineRefusals({
  'http.stale_version': {
    status: 409,
    text: '保存未成功：您打开之后，这条内容已被更新到第 {currentVersion} 版，您编辑的是第 {givenVersion} 版。请对照两版后再保存',
  },
});

/** Spread into the input of every edit: the version its author was looking at. */
export const Versioned = { version: Type.Integer({ minimum: 1, title: '版本' }) };

/** Refuses a save made on an older version; `current` lets the screen show both side by side. */
export function ensureVersion(
  currentVersion: number,
  givenVersion: number,
  shown: { readonly current: unknown },
): void {
  if (currentVersion === givenVersion) return;
  refuse('http.stale_version', { currentVersion, givenVersion, current: shown.current });
}
