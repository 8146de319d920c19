import { texts } from './texts.ts';

/** What the keys do, for who works without a mouse. */
export function KeyHelp({ keys }: { readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <details className="key-help">
      <summary>{texts.keys}</summary>
      <dl className="facts">
        {keys.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
