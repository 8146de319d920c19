import { Field } from '#ui';
import { texts } from '../texts.ts';
import { HourSelect } from './hour-select.tsx';

type Hours = { readonly quietFrom: number; readonly quietTo: number };

type QuietFieldsProps = {
  readonly draft: Hours;
  readonly change: (part: Partial<Hours>) => void;
  readonly hint: string;
};

/** From when to when only what is urgent leaves. */
export function QuietFields({ draft, change, hint }: QuietFieldsProps) {
  return (
    <div className="field">
      <div className="field-pair">
        <Field label={texts.quietFrom}>
          {(ties) => (
            <HourSelect ties={ties} value={draft.quietFrom} change={(quietFrom) => change({ quietFrom })} />
          )}
        </Field>
        <Field label={texts.quietTo}>
          {(ties) => (
            <HourSelect ties={ties} value={draft.quietTo} change={(quietTo) => change({ quietTo })} />
          )}
        </Field>
      </div>
      <div className="field-hint">{hint}</div>
    </div>
  );
}
