import { Select } from 'antd';
import { useState } from 'react';
import { listProjects } from '#features/projects';
import type { InputOf } from '#http/client';
import { type FieldTies, useRoute } from '#ui';
import type { splitProject } from '../contract.ts';
import { texts } from '../texts.ts';

export type ProjectChoice = { readonly projectId: InputOf<typeof splitProject>['id']; readonly name: string };

type PickProjectProps = {
  readonly ties: FieldTies;
  readonly value: ProjectChoice | undefined;
  readonly pick: (choice: ProjectChoice | undefined) => void;
};

/** By name, number or code. */
export function PickProject({ ties, value, pick }: PickProjectProps) {
  const [text, setText] = useState('');
  const found = useRoute(listProjects, { text, pageSize: 20 }, { enabled: text.trim().length > 1 });
  const rows = found.data?.rows ?? [];
  const known = rows.some((row) => row.projectId === value?.projectId);
  const options = rows.map((row) => ({ value: row.projectId as string, label: `${row.number} ${row.name}` }));
  return (
    <Select<string>
      {...ties}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={texts.searchProject}
      notFoundContent={text.trim().length > 1 ? texts.notFound : texts.typeTwo}
      value={value?.projectId ?? null}
      onChange={(id) => {
        const row = rows.find((each) => each.projectId === id);
        pick(row && { projectId: row.projectId, name: row.name });
      }}
      options={value && !known ? [{ value: value.projectId, label: value.name }, ...options] : options}
    />
  );
}
