import { Select } from 'antd';
import { useState } from 'react';
import { type FieldTies, useRoute } from '#ui';
import { listMatters, type MatterLine } from '../contract.ts';
import { texts } from './texts.ts';

type MatterId = MatterLine['matterId'];

type MatterPickerProps = {
  readonly ties: FieldTies;
  readonly value: MatterId | undefined;
  readonly pick: (matterId: MatterId | undefined) => void;
  readonly except: MatterId;
  /** Only these. */
  readonly kind?: string;
  readonly open?: boolean;
};

/** Finds another matter by its number or part of its title. */
export function MatterPicker({ ties, value, pick, except, kind, open }: MatterPickerProps) {
  const [words, setWords] = useState('');
  const isAsked = words.trim().length > 1;
  const asked = { words: words.trim(), pageSize: 20, open, kinds: kind ? [kind] : undefined };
  const found = useRoute(listMatters, asked, { enabled: isAsked });
  return (
    <Select<MatterId>
      {...ties}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={texts.pickMatter}
      notFoundContent={isAsked ? texts.notFound : texts.typeMore}
      style={{ width: '100%' }}
      value={value ?? null}
      options={(found.data?.rows ?? [])
        .filter((row) => row.matterId !== except)
        .map((row) => ({ value: row.matterId, label: `${row.number} ${row.title}` }))}
      onChange={(matterId) => pick(matterId ?? undefined)}
    />
  );
}
