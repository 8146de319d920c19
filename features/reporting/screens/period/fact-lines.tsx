import { Money } from '#ui';
import type { ReportingRow } from '../../contract.ts';
import { type FactName, factKinds, factNames } from '../grid/fact.ts';
import { texts } from '../texts.ts';

type SaidFacts = NonNullable<ReportingRow['reported']> | null;

/** Where two versions of a row differ: before → after. */
export function FactLines({ before, after }: { readonly before: SaidFacts; readonly after: SaidFacts }) {
  const differing = factNames.filter((fact) => (before?.[fact] ?? null) !== (after?.[fact] ?? null));
  return (
    <>
      {differing.map((fact) => (
        <div key={fact}>
          <span className="quiet">{texts.facts[fact]}：</span>
          <Value fact={fact} value={before?.[fact] ?? null} /> →{' '}
          <Value fact={fact} value={after?.[fact] ?? null} />
        </div>
      ))}
    </>
  );
}

function Value({ fact, value }: { readonly fact: FactName; readonly value: string | boolean | null }) {
  if (typeof value === 'boolean') return <>{value ? texts.yes : texts.no}</>;
  if (factKinds[fact] === 'amount') return <Money fen={value} />;
  return <>{value ?? '—'}</>;
}
