import type { StepDetails } from './document-flow.ts';

/** What was entered with a step, as people read it; ids of kept files are not for reading. */
export function factsOf(
  details: StepDetails,
  names: Readonly<Partial<Record<keyof StepDetails, string>>>,
): { name: string; text: string }[] {
  return (Object.keys(names) as (keyof StepDetails)[]).flatMap((key) => {
    const value = details[key];
    const text = Array.isArray(value) ? value.join('、') : value === null ? '' : String(value ?? '');
    return text === '' ? [] : [{ name: names[key] ?? key, text }];
  });
}
