import { type ReactNode, useId } from 'react';
import type { Words } from '../words/words.ts';

export type PlainTies = {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly required: boolean;
};

type PlainFieldProps = {
  readonly words: Words;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly required?: boolean;
  readonly children: (ties: PlainTies) => ReactNode;
};

/** A control of a plain page with its label, whether it must be filled in, and what is wrong with it. */
export function PlainField({ words, name, label, hint, wrong, required = false, children }: PlainFieldProps) {
  const id = useId();
  const note = wrong ?? hint;
  return (
    <div className="plain-field">
      <label htmlFor={id}>
        {label} <small>{required ? words.required : words.optional}</small>
      </label>
      {children({
        ...{ id, name, required },
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
      {note ? (
        <small id={`${id}-note`} className={wrong ? 'plain-wrong' : undefined}>
          {note}
        </small>
      ) : null}
    </div>
  );
}
