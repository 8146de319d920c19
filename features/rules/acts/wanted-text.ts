import { ensure } from '#kernel/refusal';
import { yamlText, yamlWith } from '#pack';
import '../refusals.ts';

export type Wanted = { readonly content?: string; readonly value?: unknown };

/** The text to keep. Rules for lights say from which day they hold themselves: the same day as the change. */
export function wantedText({ content, value }: Wanted, file: string, effectiveFrom?: string): string {
  ensure(content !== undefined || value !== undefined, 'overlay.content_missing');
  const text = content ?? yamlText(value);
  return file === 'lights.yaml' && effectiveFrom ? yamlWith(text, 'effectiveFrom', effectiveFrom) : text;
}
