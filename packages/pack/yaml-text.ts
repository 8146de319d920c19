import { parseDocument, stringify } from 'yaml';

/** A value as a file of a pack would say it: short lists and records on one line. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 110, collectionStyle: 'any' });
}

/** What a file says; undefined where it is no YAML. */
export function yamlValue(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

/** The text with one key of its top set; unchanged where it is no YAML, so that its fault is told at its line. */
export function yamlWith(text: string, key: string, value: string): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || document.get(key) === value) return text;
  document.set(key, value);
  return document.toString({ lineWidth: 0 });
}
