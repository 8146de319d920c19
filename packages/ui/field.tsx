import { type ReactNode, useId } from 'react';
import { CallRefused } from '#http/client';

/** What a control takes over to belong to its label, its hint and its error. */
export type FieldTies = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
};

type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (ties: FieldTies) => ReactNode;
};

/** A control with its label above, and beside it what is wrong with it. */
export function Field({ label, hint, error, required, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required ? <span className="field-required">（必填）</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': error || hint ? note : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
      })}
      {error || hint ? (
        <div id={note} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </div>
      ) : null}
    </div>
  );
}

/** What the server said of one field of a refused form. */
export function fieldError(error: unknown, name: string): string | undefined {
  if (!(error instanceof CallRefused)) return undefined;
  const fields = error.details['fields'];
  if (!Array.isArray(fields)) return undefined;
  const found = (fields as { path?: unknown; text?: unknown }[]).find(({ path }) => path === `/${name}`);
  return typeof found?.text === 'string' ? found.text : undefined;
}
