import type { ReactNode } from 'react';
import { useNarrow } from './narrow.ts';

/** Conditions in a row above a table; on a phone behind one button, so that the content comes first. */
export function Filters({ children }: { readonly children: ReactNode }) {
  const narrow = useNarrow();
  const fields = <div className="filters">{children}</div>;
  if (!narrow) return fields;
  return (
    <details className="filters-folded">
      <summary>筛选</summary>
      {fields}
    </details>
  );
}
