import { Input, Radio } from 'antd';
import { useState } from 'react';
import { Field, useMoneyUnit } from '#ui';
import type { ReportingRow } from '../contract.ts';
import { type FactName, type Facts, factKinds, factNames } from './grid/fact.ts';
import { readFact } from './grid/read-fact.ts';
import { showFact } from './grid/show-fact.ts';
import { texts } from './texts.ts';

type Written = Readonly<Record<FactName, string>>;

/** The facts of one row as a form, in the unit it was opened with. */
export function useFactForm(from: ReportingRow['reported'], year: number) {
  const { unit: shown } = useMoneyUnit();
  const [unit] = useState(shown);
  const [written, write] = useState<Written>(
    () =>
      Object.fromEntries(
        factNames.map((fact) => [fact, showFact(fact, from?.[fact] ?? null, unit)]),
      ) as Written,
  );
  const read = factNames.map((fact) => [fact, readFact(fact, written[fact], { unit, year })] as const);
  const facts = Object.fromEntries(
    read.map(([fact, one]) => [fact, one.wrong === undefined ? one.value : null]),
  ) as Facts;
  const wrong = Object.fromEntries(read.map(([fact, one]) => [fact, one.wrong])) as Partial<
    Record<FactName, string>
  >;
  return {
    unit,
    written,
    change: (fact: FactName, text: string) => write({ ...written, [fact]: text }),
    facts,
    wrong,
    isRead: Object.values(wrong).every((one) => one === undefined),
    differs: factNames.some((fact) => (from?.[fact] ?? null) !== facts[fact]),
  };
}

type FactFieldsProps = {
  readonly form: ReturnType<typeof useFactForm>;
  readonly hint?: (fact: FactName) => string | undefined;
};

export function FactFields({ form, hint }: FactFieldsProps) {
  const { unit, written, wrong, change } = form;
  return (
    <div className="field-pair">
      {factNames.map((fact) => {
        const kind = factKinds[fact];
        const title = texts.facts[fact];
        const value = written[fact];
        return (
          <Field
            key={fact}
            label={kind === 'amount' ? texts.unit(title, unit) : title}
            error={wrong[fact]}
            hint={hint?.(fact)}
          >
            {(ties) =>
              kind === 'yes-no' ? (
                <Radio.Group
                  {...ties}
                  value={value}
                  onChange={(event) => change(fact, String(event.target.value))}
                  options={[
                    { value: texts.yes, label: texts.yes },
                    { value: texts.no, label: texts.no },
                    { value: '', label: texts.unsaid },
                  ]}
                />
              ) : kind === 'words' ? (
                <Input.TextArea
                  {...ties}
                  autoSize={{ minRows: 1, maxRows: 6 }}
                  value={value}
                  onChange={(event) => change(fact, event.target.value)}
                />
              ) : (
                <Input
                  {...ties}
                  inputMode={kind === 'amount' ? 'decimal' : 'text'}
                  value={value}
                  onChange={(event) => change(fact, event.target.value)}
                />
              )
            }
          </Field>
        );
      })}
    </div>
  );
}
