import type { TObject } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '#kernel/refusal';
import { type Fault, faultText } from './fault-text.ts';
import { placeIn } from './place.ts';

export type FieldFault = {
  /** JSON pointer into the input. */
  readonly path: string;
  readonly label: string;
  readonly text: string;
};

export type InputCheck = (input: Readonly<Record<string, unknown>>) => void;

/** Every broken rule at once, each with the name of its field; an unknown field is refused, not ignored. */
export function checkInput(schema: TObject): InputCheck {
  const compiled = Compile(schema);
  const known = new Set(Object.keys(schema.properties));
  return (input) => {
    const strangers = Object.keys(input).filter((name) => !known.has(name));
    if (strangers.length === 0 && compiled.Check(input)) return;
    const faults = compiled.Errors(input) as readonly Fault[];
    const fields = [
      ...strangers.map((name) => ({ path: `/${name}`, label: name, text: '不认识的填写项' })),
      ...oneEach(faults.flatMap((fault) => fieldFaults(schema, fault))),
    ];
    throw new Refusal('http.invalid_input', { summary: summaryOf(fields), fields });
  };
}

function fieldFaults(schema: TObject, fault: Fault): FieldFault[] {
  const missing = fault.params['requiredProperties'] ?? fault.params['additionalProperties'];
  const names = Array.isArray(missing) ? missing.map((name) => `/${String(name)}`) : [''];
  return names.map((name) => {
    const path = fault.instancePath + name;
    const place = placeIn(schema, path);
    return { path, label: place.label, text: faultText(fault, place.schema) };
  });
}

/** A union reports a fault per branch and a closed object one per stranger: the first per field says enough. */
function oneEach(fields: readonly FieldFault[]): FieldFault[] {
  const first = new Map<string, FieldFault>();
  for (const field of fields) if (!first.has(field.path)) first.set(field.path, field);
  return [...first.values()];
}

function summaryOf(fields: readonly FieldFault[]): string {
  const shown = fields.slice(0, 3).map((field) => `「${field.label}」${field.text}`);
  const more = fields.length > 3 ? `；等共 ${fields.length} 处` : '';
  return shown.join('；') + more;
}
