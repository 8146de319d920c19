import { Button, Select } from 'antd';
import { texts } from '../texts.ts';
import type { RowKind } from './row-facts.ts';

export const filterNames = ['all', 'empty', 'returned', 'draft', 'reported', 'verified'] as const;
export type FilterName = (typeof filterNames)[number];

type FilterBarProps = {
  readonly counts: Readonly<Record<FilterName, number>>;
  readonly filter: FilterName;
  readonly choose: (filter: FilterName) => void;
};

/** The rows by where they stand, each with how many there are. */
export function FilterBar({ counts, filter, choose }: FilterBarProps) {
  return (
    <fieldset className="filter-bar" aria-label={texts.filter}>
      {filterNames
        .filter((name) => name === 'all' || name === filter || counts[name] > 0)
        .map((name) => (
          <button key={name} type="button" aria-pressed={name === filter} onClick={() => choose(name)}>
            {texts.filters[name]} <b>{counts[name]}</b>
          </button>
        ))}
    </fieldset>
  );
}

export function countKinds(kinds: readonly RowKind[]): Record<FilterName, number> {
  const count = (kind: RowKind) => kinds.filter((one) => one === kind).length;
  return {
    all: kinds.length,
    empty: count('empty'),
    returned: count('returned'),
    draft: count('draft'),
    reported: count('reported'),
    verified: count('verified'),
  };
}

type District = { readonly id: string; readonly name: string };
type DistrictFilterProps = {
  readonly districts: readonly District[];
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
};

export function DistrictFilter({ districts, chosen, choose }: DistrictFilterProps) {
  if (districts.length < 2) return null;
  return (
    <Select<string>
      aria-label={texts.district}
      style={{ minWidth: 140 }}
      value={chosen ?? ''}
      onChange={(id) => choose(id || undefined)}
      options={[
        { value: '', label: texts.allDistricts },
        ...districts.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

type UndoProps = {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
};

export function UndoButtons({ canUndo, canRedo, undo, redo }: UndoProps) {
  return (
    <>
      <Button className="on-desk" title="Ctrl+Z" disabled={!canUndo} onClick={undo}>
        {texts.undo}
      </Button>
      <Button className="on-desk" title="Ctrl+Y" disabled={!canRedo} onClick={redo}>
        {texts.redo}
      </Button>
    </>
  );
}
