import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { lineColumnIds } from '../contract.ts';
import { lineColumns, texts } from '../texts.ts';
import type { LineColumn } from './list-table.tsx';

const storageKey = 'guatu.project-columns';
const usual = lineColumnIds.filter((id) => id !== 'leadDepts');

/** Each reader's own columns, kept in the browser; name and light always stay. */
export function useColumns(): readonly [
  columns: readonly LineColumn[],
  choose: (columns: LineColumn[]) => void,
] {
  const [columns, set] = useState<readonly LineColumn[]>(() => {
    const kept = localStorage.getItem(storageKey)?.split(',');
    const known = lineColumnIds.filter((id) => kept?.includes(id));
    return known.length > 0 ? known : usual;
  });
  const choose = (next: LineColumn[]) => {
    const shown = lineColumnIds.filter((id) => next.includes(id) || id === 'name' || id === 'light');
    localStorage.setItem(storageKey, shown.join(','));
    set(shown);
  };
  return [columns, choose];
}

type ChooseColumnsProps = {
  readonly columns: readonly LineColumn[];
  readonly choose: (columns: LineColumn[]) => void;
};

export function ChooseColumns({ columns, choose }: ChooseColumnsProps) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          style={{ display: 'grid', gap: 4 }}
          value={[...columns]}
          options={lineColumnIds.map((id) => ({
            value: id,
            label: lineColumns[id],
            disabled: id === 'name' || id === 'light',
          }))}
          onChange={(next) => choose(next as LineColumn[])}
        />
      }
    >
      <Button>{texts.columns}</Button>
    </Popover>
  );
}
