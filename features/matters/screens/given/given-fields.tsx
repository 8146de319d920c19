import type { MatterFieldView } from '../../contract.ts';
import { GivenField } from './given-field.tsx';
import type { Values } from './values.ts';

type GivenFieldsProps = {
  readonly asked: readonly { readonly field: MatterFieldView; readonly required: boolean }[];
  readonly values: Values;
  readonly change: (values: Values) => void;
};

/** Exactly the fields an act asks for. */
export function GivenFields({ asked, values, change }: GivenFieldsProps) {
  return asked.map(({ field, required }) => (
    <GivenField
      key={field.id}
      field={field}
      required={required}
      value={values[field.id]}
      change={(value) => change({ ...values, [field.id]: value })}
    />
  ));
}
