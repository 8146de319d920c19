export type PlaceSchema = {
  readonly title?: string;
  readonly description?: string;
  readonly anyOf?: readonly PlaceSchema[];
  readonly items?: PlaceSchema;
  readonly properties?: Readonly<Record<string, PlaceSchema>>;
  readonly additionalProperties?: PlaceSchema | boolean;
  readonly enum?: readonly unknown[];
};

/** The schema a JSON pointer leads to, and how a person calls that place: 资金来源第2项的金额. */
export function placeIn(
  schema: PlaceSchema,
  pointer: string,
): { readonly label: string; readonly schema: PlaceSchema | undefined } {
  const steps = pointer.split('/').slice(1).map(unescapeStep);
  let here: PlaceSchema | undefined = schema;
  let label = '';
  for (const step of steps) {
    const items: PlaceSchema | undefined = within(here, 'items')?.items;
    if (items && /^\d+$/.test(step)) {
      here = items;
      label += `第${Number(step) + 1}项`;
      continue;
    }
    here = within(here, 'properties')?.properties?.[step];
    label += `${label === '' ? '' : '的'}${here?.title ?? step}`;
  }
  return { label: label === '' ? '填写内容' : label, schema: here };
}

/** The schema itself, or the branch of its union, that has the given part. */
function within(schema: PlaceSchema | undefined, part: 'items' | 'properties'): PlaceSchema | undefined {
  return schema?.[part] ? schema : schema?.anyOf?.find((one) => one[part]);
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
