import type { KeyboardEvent } from 'react';
import type { CallForm } from '../contract.ts';
import { texts } from './texts.ts';

type Categories = CallForm['kinds'][number]['categories'];

type CategoryKeysProps = {
  readonly categories: Categories;
  readonly value: string;
  readonly pick: (category: string, unit: string | null) => void;
};

/** Categories with the number that picks each; the keys hold while the focus is among them. */
export function CategoryKeys({ categories, value, pick }: CategoryKeysProps) {
  const keys = (event: KeyboardEvent) => {
    const found = /^[1-9]$/.test(event.key) ? categories[Number(event.key) - 1] : undefined;
    if (!found) return;
    event.preventDefault();
    pick(found.id, found.unit);
  };
  return (
    <div className="field">
      <span style={{ fontWeight: 600 }} id="call-category">
        {texts.category}
      </span>
      <div
        className="call-categories"
        role="radiogroup"
        aria-labelledby="call-category"
        data-keys=""
        onKeyDown={keys}
      >
        {categories.map(({ id, name, unit }, at) => (
          <label key={id}>
            <input
              type="radio"
              name="category"
              checked={value === id}
              onChange={() => pick(id, unit)}
              tabIndex={value === id || (value === '' && at === 0) ? 0 : -1}
            />
            {at < 9 ? <kbd>{at + 1}</kbd> : null}
            {name}
          </label>
        ))}
      </div>
    </div>
  );
}
