import { ensure } from '#kernel/refusal';
import { yamlText, yamlWith } from '#pack';
import '../refusals.ts';

export type Wanted = { readonly content?: string; readonly value?: unknown };

type Held = { readonly effectiveFrom: string; readonly basis?: string };

/**
 * The text to keep. Rules for lights say themselves from which day and on what basis they hold: the same as the change.
 */
export function wantedText({ content, value }: Wanted, file: string, held?: Held): string {
  ensure(content !== undefined || value !== undefined, 'overlay.content_missing');
  const text = content ?? yamlText(value);
  if (file !== 'lights.yaml' || !held) return text;
  const dated = yamlWith(text, 'effectiveFrom', held.effectiveFrom);
  return held.basis === undefined ? dated : yamlWith(dated, 'basis', held.basis);
}
