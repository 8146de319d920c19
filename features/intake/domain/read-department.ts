import type { Dictionary } from './dictionary.ts';
import { spelling } from './spelling.ts';

export type DepartmentsRead = {
  readonly departments: readonly string[];
  readonly aliases: readonly { readonly written: string; readonly name: string }[];
};

/** Reads the departments of one cell. One that no pack names stays as written. */
export function readDepartments(written: string, dictionary: Dictionary): DepartmentsRead {
  const departments: string[] = [];
  const aliases: { written: string; name: string }[] = [];
  for (const part of partsOf(written, dictionary)) {
    const name = departmentNamed(part, dictionary);
    const known = name ?? part;
    if (!departments.includes(known)) departments.push(known);
    if (name !== undefined && name !== part) aliases.push({ written: part, name });
  }
  return { departments, aliases };
}

export function departmentNamed(text: string, dictionary: Dictionary): string | undefined {
  const { departments, cityName } = dictionary;
  const rest = text.startsWith(`${cityName}市`) ? text.slice(cityName.length) : text;
  return departments.get(text) ?? departments.get(rest) ?? departments.get(`市${rest}`);
}

/** The departments a sentence names, each once, in the order of the sentence; another city's or a district's are not ours. */
export function departmentsNamedIn(text: string, dictionary: Dictionary): string[] {
  const plain = spelling(text);
  const found: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const word = longestAt(plain, at, dictionary);
    if (word === undefined || /[省区县州部家]/.test(plain[at - 1] ?? '')) {
      at += word?.length ?? 1;
      continue;
    }
    const name = dictionary.departments.get(word);
    if (name !== undefined && !found.includes(name)) found.push(name);
    at += word.length;
  }
  return found;
}

function longestAt(text: string, at: number, { departments }: Dictionary): string | undefined {
  for (let length = Math.min(20, text.length - at); length >= 3; length--) {
    const word = text.slice(at, at + length);
    if (departments.has(word)) return word;
  }
  return undefined;
}

function partsOf(written: string, dictionary: Dictionary): string[] {
  const whole = spelling(written);
  if (departmentNamed(whole, dictionary) !== undefined) return [whole];
  return written
    .split(/[、，,；;/\n]|(?<=[局委办厅会])\s+(?=\S)/)
    .map((part) => spelling(part).replace(/\((?:牵头|配合|责任|主办|协办|会同)\)$/, ''))
    .filter((part) => part !== '');
}
