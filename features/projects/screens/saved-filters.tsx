import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { texts } from '../texts.ts';

const storageKey = 'guatu.project-filters';

type Saved = { readonly sentence: string; readonly search: string };

function kept(): readonly Saved[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(read) ? read.filter((one): one is Saved => typeof one?.sentence === 'string') : [];
  } catch {
    return [];
  }
}

/** Filters by their sentence, kept in this browser. */
export function SavedFilters({ sentence, search }: Saved) {
  const [saved, set] = useState(kept);
  const store = (next: readonly Saved[]) => {
    localStorage.setItem(storageKey, JSON.stringify(next));
    set(next);
  };
  const isKept = saved.some((one) => one.search === search);
  return (
    <div className="acts" style={{ margin: '0 0 12px' }}>
      <strong>{sentence}</strong>
      {isKept ? (
        <Button
          type="link"
          className="in-cell"
          onClick={() => store(saved.filter((one) => one.search !== search))}
        >
          {texts.dropFilter}
        </Button>
      ) : (
        <Button type="link" className="in-cell" onClick={() => store([...saved, { sentence, search }])}>
          {texts.saveFilter}
        </Button>
      )}
      {saved.length > 0 ? <span className="quiet">{texts.savedFilters}：</span> : null}
      {saved.map((one) => (
        <Link key={one.search} href={`/projects?${one.search}`}>
          {one.sentence}
        </Link>
      ))}
    </div>
  );
}
